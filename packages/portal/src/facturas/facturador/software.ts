import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  auditar,
  idPublico,
  titularDe,
  uuidv7,
  type Claves,
  type Transaccion,
} from '../../plataforma/index.ts';
import { cerrarSecreto, nuevoPin } from './secretos.ts';

/** Registers a software with which a taxpayer makes documents. @returns it, inside the database */
export async function registrarSoftware(trx: Transaccion, claves: Claves, nombre: string): Promise<string> {
  const [id, publico] = [uuidv7(trx.ahora), idPublico()];
  await sql`insert into facturas.software (id, id_publico, titular_id, software_id, nombre, pin, registrado_en)
    values (${id}, ${publico}, ${titularDe(trx)}, ${randomUUID()}, ${nombre},
      ${cerrarSecreto(claves, 'pin', publico, nuevoPin())}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, { accion: 'facturas.registrar-software', objeto: `software:${publico}` });
  return id;
}
