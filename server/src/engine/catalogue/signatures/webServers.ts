/** What nginx says as an ingress or in a pod: limits that are reached, files that it may not read, and visitors who ask for what is not there. */
import type { Signature } from '../signature';

export const webServersSignatures: readonly Signature[] = [
  {
    id: 'web-server-limit-reached',
    title: { en: 'nginx ran out of connections or files', zh: 'nginx 连接数或文件数耗尽' },
    category: 'resource-exhaustion',
    severity: 'error',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'worker_connections are not enough',
        regex: /\b(?<limit>\d{1,8}) worker_connections are not enough/,
        versions: 'nginx 0.8-1.27',
      },
      { literal: '() failed (24:', regex: /\baccept4?\(\) failed \(24:/, versions: 'nginx 0.8-1.27' },
      {
        literal: ') failed (24: Too many open files)',
        regex: /\[(?:crit|alert|error)\] \d{1,8}#\d{1,8}: [^\n]{0,160}\) failed \(24: Too many open files\)/,
        versions: 'nginx 0.8-1.27',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'New visitors are refused or wait, because a worker holds as many connections or files as it may.',
      zh: '工作进程的连接或文件数已达上限，新访问被拒绝或等待。',
    },
    usualCauses: {
      en: 'Back ends that answer slowly so that connections pile up, many long-lived connections, limits that are too low.',
      zh: '后端变慢导致连接堆积、长连接过多，或限额过低。',
    },
    firstCheck: {
      en: '`worker_connections` and `worker_rlimit_nofile` in its configuration; open connections (`ss -s`)',
      zh: '查看配置中的 `worker_connections`、`worker_rlimit_nofile`；`ss -s` 查看连接数',
    },
    remedy: { en: 'Raise both; cure the slow back end; add replicas.', zh: '提高两者；处理慢后端；增加副本。' },
    source: ['nginx/nginx:src/core/ngx_connection.c', 'nginx/nginx:src/event/ngx_event_accept.c'],
    matches: [
      '2025/03/02 10:11:20 [alert] 32#32: 16384 worker_connections are not enough',
      '2025/03/02 10:11:20 [crit] 41#41: accept4() failed (24: No file descriptors available)',
      '2025/03/02 10:11:20 [alert] 41#41: *18 socket() failed (24: Too many open files) while connecting to upstream, client: 10.0.3.4',
    ],
    mustNotMatch: [
      '2025/03/02 10:11:20 [notice] 1#1: using the "epoll" event method',
      '2025/03/02 10:11:20 [warn] 1#1: 16384 worker_connections exceed open file resource limit: 1024',
    ],
  },
  {
    id: 'web-server-file-denied',
    title: { en: 'nginx may not read or write a file', zh: 'nginx 无权读写某文件' },
    category: 'other',
    severity: 'warning',
    role: 'problem',
    emitters: ['any'],
    wordings: [
      {
        literal: 'failed (13: Permission denied)',
        regex:
          /\[(?:emerg|crit|error|alert)\] \d{1,8}#\d{1,8}: [^\n]{0,80}\b(?:open|mkdir|stat|unlink|rename|chown)\(\) "(?<path>[^"\n]{1,300})" failed \(13: Permission denied\)/,
        versions: 'nginx 0.8-1.27',
      },
    ],
    time: { kind: 'instant' },
    impact: 1,
    meaning: {
      en: 'The user that nginx runs as may not use the file or folder that the line names.',
      zh: 'nginx 的运行用户无权使用该行所指的文件或目录。',
    },
    usualCauses: {
      en: 'A pod that does not run as root with an image that expects it, wrong owners in a volume, SELinux.',
      zh: '镜像要求 root 但 Pod 以非 root 运行、卷内属主错误，或 SELinux。',
    },
    firstCheck: {
      en: '`ls -lnZ` of the path; `securityContext` of the pod',
      zh: '对该路径执行 `ls -lnZ`；查看 Pod 的 `securityContext`',
    },
    remedy: {
      en: 'Set owner or `fsGroup`; use an image for users without privileges.',
      zh: '设置属主或 `fsGroup`；改用非特权镜像。',
    },
    source: ['nginx/nginx:src/core/ngx_open_file_cache.c'],
    matches: ['2025/03/02 10:11:20 [emerg] 1#1: open() "/var/log/nginx/error.log" failed (13: Permission denied)'],
    mustNotMatch: [
      '2025/03/02 10:11:20 [crit] 41#41: *1 connect() to unix:/run/app.sock failed (13: Permission denied) while connecting to upstream',
    ],
  },
  {
    id: 'web-server-file-missing',
    title: { en: 'A visitor asked nginx for a file that is not there', zh: '访问者请求了不存在的文件' },
    category: 'other',
    severity: 'info',
    role: 'benign',
    emitters: ['any'],
    wordings: [
      {
        literal: 'failed (2: No such file or',
        regex:
          /\[error\] \d{1,8}#\d{1,8}: \*\d{1,15} (?:open\(\) )?"[^"\n]{1,300}" failed \(2: No such file or directory\), client:/,
        versions: 'nginx 0.8-1.27',
      },
      {
        literal: 'is not found (2: No such file',
        regex:
          /\[error\] \d{1,8}#\d{1,8}: \*\d{1,15} "[^"\n]{1,300}" is not found \(2: No such file or directory\), client:/,
        versions: 'nginx 0.8-1.27',
      },
    ],
    time: { kind: 'instant' },
    meaning: {
      en: 'A request for a path that does not exist, answered with 404: every public server sees them all day.',
      zh: '请求了不存在的路径，返回 404：公网服务器整天都有。',
    },
    usualCauses: {
      en: 'Browsers that ask for icons, scanners that try paths.',
      zh: '浏览器请求图标、扫描器试探路径。',
    },
    firstCheck: { en: 'Nothing.', zh: '无需处理。' },
    remedy: { en: 'Nothing; `log_not_found off` silences it.', zh: '无需处理；`log_not_found off` 可使其静默。' },
    source: ['nginx/nginx:src/http/modules/ngx_http_static_module.c'],
    matches: [
      '2025/03/02 10:11:20 [error] 41#41: *1 open() "/usr/share/nginx/html/favicon.ico" failed (2: No such file or directory), client: 10.0.3.4, server: localhost',
      '2025/03/02 10:11:20 [error] 41#41: *3 "/usr/share/nginx/html/app/index.html" is not found (2: No such file or directory), client: 10.0.3.4, server: localhost',
    ],
    mustNotMatch: [
      '2025/03/02 10:11:20 [emerg] 1#1: open() "/etc/nginx/conf.d/app.conf" failed (2: No such file or directory)',
    ],
  },
];
