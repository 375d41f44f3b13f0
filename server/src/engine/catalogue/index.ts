/** The whole catalogue in one place: every signature, every causal edge, every group of views of one event. */
import type { CausalEdge } from './edge';
import { accessPolicyEdges } from './edges/accessPolicies';
import { cloudEdges } from './edges/clouds';
import { controllerEdges } from './edges/controllers';
import { controllerWorkEdges } from './edges/controllerWork';
import { controlPlaneEdges } from './edges/controlPlane';
import { deviceEdges } from './edges/devices';
import { diskEdges } from './edges/disk';
import { heartbeatEdges } from './edges/heartbeat';
import { impliedEdges } from './edges/implied';
import { installingEdges } from './edges/installing';
import { kubeletEdges } from './edges/kubelet';
import { lockEdges } from './edges/locks';
import { memoryEdges } from './edges/memory';
import { networkEdges } from './edges/network';
import { newerPartEdges } from './edges/newerParts';
import { podEdges } from './edges/pods';
import { runtimeEdges } from './edges/runtime';
import { runtimeStartEdges } from './edges/runtimeStart';
import { storageDaemonEdges } from './edges/storageDaemons';
import { switchEdges } from './edges/switches';
import { systemdEdges } from './edges/systemd';
import { trustEdges } from './edges/trust';
import { volumeEdges } from './edges/volumes';
import { xtablesEdges } from './edges/xtables';
import { type Moment, moments } from './moments';
import { type SameEvent, sameEventGroups } from './sameEvent';
import type { Signature } from './signature';
import { accessPolicySignatures } from './signatures/accessPolicies';
import { antreaSignatures } from './signatures/antrea';
import { apiSignatures } from './signatures/api';
import { apiServerSignatures } from './signatures/apiServer';
import { autoscalerSignatures } from './signatures/autoscaler';
import { blockFaultSignatures } from './signatures/blockFaults';
import { cephDaemonSignatures } from './signatures/cephDaemons';
import { certificateSignatures } from './signatures/certificates';
import { cgroupSignatures } from './signatures/cgroups';
import { ciliumAgentSignatures } from './signatures/ciliumAgent';
import { clockSignatures } from './signatures/clock';
import { cloudSignatures } from './signatures/clouds';
import { clusterHardwareSignatures } from './signatures/clusterHardware';
import { cniSignatures } from './signatures/cni';
import { cniAgentSignatures } from './signatures/cniAgents';
import { cniDaemonSignatures } from './signatures/cniDaemons';
import { containerdSignatures } from './signatures/containerd';
import { containerSignatures } from './signatures/containers';
import { controllerSignatures } from './signatures/controllers';
import { controllerWorkSignatures } from './signatures/controllerWork';
import { crashDumpsSignatures } from './signatures/crashDumps';
import { crioSignatures } from './signatures/crio';
import { csiDriverSignatures } from './signatures/csiDrivers';
import { deviceAgentSignatures } from './signatures/deviceAgents';
import { deviceClaimSignatures } from './signatures/deviceClaims';
import { diskSignatures } from './signatures/disks';
import { distributionSignatures } from './signatures/distributions';
import { dockerSignatures } from './signatures/docker';
import { dockerNetworkSignatures } from './signatures/dockerNetwork';
import { drainSignatures } from './signatures/drain';
import { drbdSignatures } from './signatures/drbd';
import { driverLoggerSignatures } from './signatures/driverLoggers';
import { etcdSignatures } from './signatures/etcd';
import { etcdMemberSignatures } from './signatures/etcdMembers';
import { etcdStartSignatures } from './signatures/etcdStart';
import { evictionSignatures } from './signatures/eviction';
import { factSignatures } from './signatures/facts';
import { fileSystemSignatures } from './signatures/fileSystems';
import { gcSignatures } from './signatures/gc';
import { glusterfsSignatures } from './signatures/glusterfs';
import { hardwareSignatures } from './signatures/hardware';
import { harmlessSignatures } from './signatures/harmless';
import { harmlessControlPlaneSignatures } from './signatures/harmlessControlPlane';
import { harmlessRecentSignatures } from './signatures/harmlessRecent';
import { harmlessRuntimeSignatures } from './signatures/harmlessRuntime';
import { hostNetworkSignatures } from './signatures/hostNetwork';
import { imageSignatures } from './signatures/images';
import { impliedSignatures } from './signatures/implied';
import { installingSignatures } from './signatures/installing';
import { ipsecSignatures } from './signatures/ipsec';
import { iptablesSignatures } from './signatures/iptables';
import { journalSignatures } from './signatures/journal';
import { kernelSignatures } from './signatures/kernel';
import { kubeletManagerSignatures } from './signatures/kubeletManagers';
import { kubeletRuntimeSignatures } from './signatures/kubeletRuntime';
import { linkSignatures } from './signatures/links';
import { lockSignatures } from './signatures/locks';
import { memorySignatures } from './signatures/memory';
import { networkSignatures } from './signatures/network';
import { networkStorageSignatures } from './signatures/networkStorage';
import { newerPartSignatures } from './signatures/newerParts';
import { nicDriverSignatures } from './signatures/nicDrivers';
import { nodeLifeSignatures } from './signatures/nodeLife';
import { nodeStatusSignatures } from './signatures/nodeStatus';
import { openshiftSdnSignatures } from './signatures/openshiftSdn';
import { openVswitchSignatures } from './signatures/openVswitch';
import { osUpdatesSignatures } from './signatures/osUpdates';
import { packetRuleSignatures } from './signatures/packetRules';
import { peerSignatures } from './signatures/peers';
import { plegSignatures } from './signatures/pleg';
import { podRouteSignatures } from './signatures/podRoutes';
import { podSignatures } from './signatures/pods';
import { problemDetectorSignatures } from './signatures/problemDetector';
import { remoteStorageSignatures } from './signatures/remoteStorage';
import { resourceSignatures } from './signatures/resources';
import { routeDaemonSignatures } from './signatures/routeDaemons';
import { runcSignatures } from './signatures/runc';
import { runtimeLockSignatures } from './signatures/runtimeLocks';
import { runtimeStartSignatures } from './signatures/runtimeStart';
import { runtimeTaskSignatures } from './signatures/runtimeTasks';
import { serviceStartSignatures } from './signatures/serviceStart';
import { sessionSignatures } from './signatures/sessions';
import { smallMachineSignatures } from './signatures/smallMachines';
import { stalledKernelSignatures } from './signatures/stalledKernel';
import { storageDriverSignatures } from './signatures/storageDrivers';
import { storageToolSignatures } from './signatures/storageTools';
import { storeDamageSignatures } from './signatures/storeDamage';
import { supervisorSignatures } from './signatures/supervisors';
import { systemdSignatures } from './signatures/systemd';
import { systemdBusSignatures } from './signatures/systemdBus';
import { unitSetupSignatures } from './signatures/unitSetup';
import { userNamespaceSignatures } from './signatures/userNamespaces';
import { virtualMachinesSignatures } from './signatures/virtualMachines';
import { volumeSupplySignatures } from './signatures/volumeSupply';
import { volumeSignatures } from './signatures/volumes';
import { webServersSignatures } from './signatures/webServers';
import { windowsSignatures } from './signatures/windows';
import { xtablesSignatures } from './signatures/xtables';
import { areas } from './unnamed/areas';
import { unnamedSignatures } from './unnamed/toSignatures';

/** Every signature, by the order of the files; ids are unique. */
const signatures: readonly Signature[] = [
  ...apiServerSignatures,
  ...apiSignatures,
  ...webServersSignatures,
  ...osUpdatesSignatures,
  ...virtualMachinesSignatures,
  ...crashDumpsSignatures,
  ...ipsecSignatures,
  ...glusterfsSignatures,
  ...deviceAgentSignatures,
  ...antreaSignatures,
  ...openshiftSdnSignatures,
  ...packetRuleSignatures,
  ...smallMachineSignatures,
  ...stalledKernelSignatures,
  ...serviceStartSignatures,
  ...driverLoggerSignatures,
  ...storageToolSignatures,
  ...cephDaemonSignatures,
  ...drbdSignatures,
  ...ciliumAgentSignatures,
  ...routeDaemonSignatures,
  ...openVswitchSignatures,
  ...harmlessRuntimeSignatures,
  ...harmlessRecentSignatures,
  ...volumeSupplySignatures,
  ...unitSetupSignatures,
  ...hostNetworkSignatures,
  ...podRouteSignatures,
  ...userNamespaceSignatures,
  ...newerPartSignatures,
  ...clusterHardwareSignatures,
  ...accessPolicySignatures,
  ...deviceClaimSignatures,
  ...sessionSignatures,
  ...cniDaemonSignatures,
  ...csiDriverSignatures,
  ...networkStorageSignatures,
  ...fileSystemSignatures,
  ...blockFaultSignatures,
  ...nicDriverSignatures,
  ...certificateSignatures,
  ...cgroupSignatures,
  ...clockSignatures,
  ...cniAgentSignatures,
  ...cniSignatures,
  ...containerSignatures,
  ...containerdSignatures,
  ...crioSignatures,
  ...diskSignatures,
  ...distributionSignatures,
  ...dockerNetworkSignatures,
  ...dockerSignatures,
  ...etcdSignatures,
  ...evictionSignatures,
  ...factSignatures,
  ...gcSignatures,
  ...hardwareSignatures,
  ...harmlessSignatures,
  ...imageSignatures,
  ...impliedSignatures,
  ...iptablesSignatures,
  ...journalSignatures,
  ...kernelSignatures,
  ...kubeletManagerSignatures,
  ...kubeletRuntimeSignatures,
  ...linkSignatures,
  ...lockSignatures,
  ...memorySignatures,
  ...networkSignatures,
  ...nodeLifeSignatures,
  ...nodeStatusSignatures,
  ...plegSignatures,
  ...peerSignatures,
  ...podSignatures,
  ...problemDetectorSignatures,
  ...remoteStorageSignatures,
  ...resourceSignatures,
  ...runcSignatures,
  ...runtimeLockSignatures,
  ...runtimeStartSignatures,
  ...runtimeTaskSignatures,
  ...storageDriverSignatures,
  ...storeDamageSignatures,
  ...supervisorSignatures,
  ...systemdBusSignatures,
  ...systemdSignatures,
  ...volumeSignatures,
  ...cloudSignatures,
  ...autoscalerSignatures,
  ...drainSignatures,
  ...installingSignatures,
  ...controllerSignatures,
  ...controllerWorkSignatures,
  ...etcdMemberSignatures,
  ...etcdStartSignatures,
  ...harmlessControlPlaneSignatures,
  ...windowsSignatures,
  ...xtablesSignatures,
  ...unnamedSignatures(areas),
];

/** Every causal edge. */
const edges: readonly CausalEdge[] = [
  ...lockEdges,
  ...runtimeEdges,
  ...runtimeStartEdges,
  ...heartbeatEdges,
  ...diskEdges,
  ...deviceEdges,
  ...volumeEdges,
  ...memoryEdges,
  ...networkEdges,
  ...kubeletEdges,
  ...podEdges,
  ...accessPolicyEdges,
  ...newerPartEdges,
  ...storageDaemonEdges,
  ...switchEdges,
  ...systemdEdges,
  ...cloudEdges,
  ...installingEdges,
  ...controllerEdges,
  ...controllerWorkEdges,
  ...xtablesEdges,
  ...impliedEdges,
  ...controlPlaneEdges,
  ...trustEdges,
];

/** What the engine knows: data only, no functions. */
export interface Catalogue {
  readonly signatures: readonly Signature[];
  readonly edges: readonly CausalEdge[];
  readonly sameEvent: readonly SameEvent[];
  readonly moments: readonly Moment[];
  /** Rule files that the built-in catalogue was extended by: what another thread needs to build the same one. */
  readonly rules?: readonly { readonly name: string; readonly text: string }[];
}

/** The catalogue that ships with the product. */
export const catalogue: Catalogue = { signatures, edges, sameEvent: sameEventGroups, moments };
