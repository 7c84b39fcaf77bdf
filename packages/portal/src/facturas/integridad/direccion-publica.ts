import { BlockList, isIP } from 'node:net';

/** Of IPv4, what is of nobody in particular or of the inside of some network (RFC 6890 and its registry). */
const NO_PUBLICAS_4: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Of IPv6 only global unicast is looked at, less what carries an IPv4 inside, is of documents or of protocols. */
const NO_PUBLICAS_6: readonly [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const vedadas4 = new BlockList();
for (const [red, bits] of NO_PUBLICAS_4) vedadas4.addSubnet(red, bits, 'ipv4');
const vedadas6 = new BlockList();
for (const [red, bits] of NO_PUBLICAS_6) vedadas6.addSubnet(red, bits, 'ipv6');
const globales6 = new BlockList();
globales6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is of the public internet: the office never calls at its own house or its neighbours'. */
export function esDireccionPublica(direccion: string): boolean {
  const familia = isIP(direccion);
  if (familia === 4) return !vedadas4.check(direccion, 'ipv4');
  return familia === 6 && globales6.check(direccion, 'ipv6') && !vedadas6.check(direccion, 'ipv6');
}
