import { createServer, type Server } from 'node:net';

/** The harmless text that every antivirus calls a virus (EICAR), in pieces so that none finds it in this file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join(
  '',
);

/** The other side of the antivirus: speaks INSTREAM as clamd does, and finds the test string. */
export function clamdDePrueba(): {
  servidor: Server;
  recibido: () => Buffer;
  /** From then on it hangs up on whoever comes. */
  callar: (si: boolean) => void;
} {
  let ultimo = Buffer.alloc(0);
  let callado = false;
  const servidor = createServer((conexion) => {
    if (callado) return void conexion.destroy();
    let pendiente = Buffer.alloc(0);
    let orden = false;
    const partes: Buffer[] = [];
    conexion.on('error', () => undefined);
    conexion.on('data', (d: Buffer) => {
      pendiente = Buffer.concat([pendiente, d]);
      if (!orden) {
        const fin = pendiente.indexOf(0);
        if (fin < 0) return;
        if (pendiente.subarray(0, fin).toString('latin1') !== 'zINSTREAM')
          return void conexion.end('UNKNOWN COMMAND\0');
        orden = true;
        pendiente = pendiente.subarray(fin + 1);
      }
      while (pendiente.length >= 4) {
        const largo = pendiente.readUInt32BE();
        if (largo === 0) {
          ultimo = Buffer.concat(partes);
          return void conexion.end(
            ultimo.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0',
          );
        }
        if (pendiente.length < 4 + largo) return;
        partes.push(pendiente.subarray(4, 4 + largo));
        pendiente = pendiente.subarray(4 + largo);
      }
    });
  });
  return { servidor, recibido: () => ultimo, callar: (si) => (callado = si) };
}
