/** A file on disk as what may contain sources. */
import { readFile } from './byteStream';
import type { Files } from './files';
import { fileAccess } from './randomAccess';
import type { Member } from './unpack';
import type { FoundFile } from './walk';

/** The file, unread; its stream opens it when it is first asked for bytes. */
export function fileMember(file: FoundFile, files: Files): Member {
  const { id, modifiedMs, folder } = file;
  return {
    id,
    modifiedMs,
    ...(folder === undefined ? {} : { folder }),
    dates: [],
    stages: [],
    stream: readFile(file.path, file, files),
    access: fileAccess(file, files),
  };
}
