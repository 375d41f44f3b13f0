/** Members of Kubernetes objects that make a record of an event or of a node's condition, in JSON and in YAML. */
import { decimal, equalsText, readIsoStamp } from '../bytes';
import type { BlockPartCode, BlockTextCode, BodyEncodingCode, LineScan } from '../format';
import { BlockPart, BlockText, LineScan as Scratch } from '../format';

const scratch = new Scratch();

/**
 * Keys by what they say, of events in `v1` and in `events.k8s.io/v1`, with the part that their line is; objects are printed with their
 * members in alphabetical order.
 */
const roles: readonly (readonly [string, BlockPartCode, BlockTextCode])[] = [
  ['count', BlockPart.head, BlockText.none],
  ['deprecatedCount', BlockPart.head, BlockText.none],
  ['eventTime', BlockPart.either, BlockText.none],
  ['firstTimestamp', BlockPart.part, BlockText.firstSeen],
  ['deprecatedFirstTimestamp', BlockPart.part, BlockText.firstSeen],
  ['lastTimestamp', BlockPart.part, BlockText.none],
  ['deprecatedLastTimestamp', BlockPart.part, BlockText.none],
  ['involvedObject', BlockPart.part, BlockText.object],
  ['regarding', BlockPart.part, BlockText.object],
  ['kind', BlockPart.part, BlockText.kind],
  ['name', BlockPart.part, BlockText.name],
  ['message', BlockPart.part, BlockText.message],
  ['note', BlockPart.part, BlockText.message],
  ['reason', BlockPart.part, BlockText.reason],
  ['host', BlockPart.part, BlockText.none],
  ['component', BlockPart.part, BlockText.none],
  ['reportingComponent', BlockPart.part, BlockText.none],
  ['reportingController', BlockPart.part, BlockText.none],
  ['lastHeartbeatTime', BlockPart.head, BlockText.none],
];

/** Takes one member whose value, without quotes, is `bytes[value, valueEnd)`; false when it is none of an event's. */
export function takeEventMember(
  bytes: Uint8Array,
  key: number,
  keyEnd: number,
  value: number,
  valueEnd: number,
  encoding: BodyEncodingCode,
  out: LineScan,
): boolean {
  for (const [name, part, text] of roles) {
    if (!equalsText(bytes, key, keyEnd, name)) continue;
    out.part = part;
    out.text = text;
    return takeValue(bytes, name, value, valueEnd, encoding, out);
  }
  return false;
}

function takeValue(
  bytes: Uint8Array,
  name: string,
  value: number,
  valueEnd: number,
  encoding: BodyEncodingCode,
  out: LineScan,
): boolean {
  switch (name) {
    case 'count':
    case 'deprecatedCount': {
      const count = decimal(bytes, value, valueEnd);
      out.count = Math.max(1, count);
      return count >= 0 && valueEnd - value < 10;
    }
    case 'lastHeartbeatTime':
      return readIsoStamp(bytes, value, valueEnd, out) >= 0;
    case 'eventTime':
      // Without a time it stands behind others of the event's members (`deprecatedCount`).
      if (valueEnd - value <= 10) out.part = BlockPart.part;
      else readIsoStamp(bytes, value, valueEnd, out);
      return true;
    case 'lastTimestamp':
    case 'deprecatedLastTimestamp':
      if (valueEnd - value > 10) readIsoStamp(bytes, value, valueEnd, out);
      return true;
    case 'firstTimestamp':
    case 'deprecatedFirstTimestamp':
      scratch.reset();
      if (readIsoStamp(bytes, value, valueEnd, scratch) >= 0) out.wallMs = scratch.wallMs;
      return true;
    case 'host':
      out.hostStart = value;
      out.hostEnd = valueEnd;
      return true;
    case 'component':
    case 'reportingComponent':
    case 'reportingController':
      out.unitStart = value;
      out.unitEnd = valueEnd;
      return true;
    case 'involvedObject':
    case 'regarding':
      return true;
    default:
      out.bodyStart = value;
      out.bodyEnd = valueEnd;
      out.bodyEncoding = encoding;
      return true;
  }
}
