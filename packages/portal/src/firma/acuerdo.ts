import { sql } from 'kysely';
import { auditar, sha256, uuidv7, type Transaccion } from '../plataforma/index.ts';

/** The agreement in force. A change of a single word is another version: who signs must accept it anew. */
export const ACUERDO = {
  version: '2026-11',
  titulo: 'Acuerdo de uso de la firma electrónica',
  parrafos: [
    'Con este acuerdo usted y la oficina convienen en que su firma electrónica tiene la misma validez y los mismos efectos que su firma a mano para lo que haga en esta oficina (Ley 527 de 1999, artículo 7; Decreto 2364 de 2012, artículos 5 y 7).',
    'Su firma se compone de su identidad en el RUT, de una contraseña que solo usted conoce y de una clave dinámica que se le envía cada vez que firma. Con la contraseña se abre la clave de firma que se guarda cifrada a su nombre. La oficina no conoce la contraseña y no puede firmar por usted ni recuperarla: si la olvida, emite una firma nueva.',
    'Usted se compromete a usar la firma solo usted, a no prestar la contraseña ni las claves dinámicas, a revisar lo que la página le muestra antes de firmar y a avisar de inmediato si cree que otra persona pudo conocerlas (Decreto 2364 de 2012, artículo 6). Para que otra persona le ayude, deléguele: así actúa con su propia cuenta.',
    'La oficina se compromete a guardar, de cada acto, lo que se le mostró, lo que firmó, la hora comprobada, los factores que usó y este acuerdo; a entregárselo en un documento que cualquiera puede comprobar; y a publicar la lista de las firmas terminadas.',
    'La firma dura tres años desde que se emite. Puede renovarla en cualquier momento y conviene hacerlo al menos tres días hábiles antes de que venza. Termina antes si usted lo pide, si avisa que otra persona pudo conocer su contraseña, si cambia su identidad, si fallece o si se cancela su RUT.',
    'Si cambia el correo registrado su firma no termina, pero durante 72 horas la clave dinámica que llega a ese correo no basta para firmar.',
    'Esta es una firma electrónica por acuerdo entre las partes. No es una firma digital de las que certifican las entidades acreditadas, ni sirve fuera de esta oficina.',
  ],
} as const;

const TEXTO_DEL_ACUERDO = [ACUERDO.titulo, ...ACUERDO.parrafos].join('\n\n');
export const HASH_DEL_ACUERDO = sha256(TEXTO_DEL_ACUERDO);

export interface AcuerdoAceptado {
  id: string;
  version: string;
  hash: string;
  aceptadoEn: Date;
}

/** The acceptance of the agreement in force by whoever acts; undefined when they have not accepted it. */
export async function acuerdoAceptado(
  trx: Transaccion,
  persona: string,
): Promise<AcuerdoAceptado | undefined> {
  const { rows } = await sql<FilaAcuerdo>`
    select id, version, hash, aceptado_en from firma.acuerdo
    where persona_id = ${persona} and version = ${ACUERDO.version} and hash = ${HASH_DEL_ACUERDO}`.execute(
    trx.bd,
  );
  return rows[0] && deFila(rows[0]);
}

/** Accepts the agreement in force, once: a second time keeps the first. */
export async function aceptarAcuerdo(
  trx: Transaccion,
  o: { persona: string; sesion: string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    insert into firma.acuerdo (id, persona_id, version, texto, hash, sesion_id, aceptado_en)
    values (${uuidv7(trx.ahora)}, ${o.persona}, ${ACUERDO.version}, ${TEXTO_DEL_ACUERDO}, ${HASH_DEL_ACUERDO},
            ${o.sesion}, ${trx.ahora})
    on conflict (persona_id, version) do nothing returning id`.execute(trx.bd);
  if (rows.length === 0) return;
  await auditar(trx, {
    accion: 'firma.aceptar-acuerdo',
    persona: o.persona,
    objeto: `acuerdo:${ACUERDO.version}`,
    datos: { hash: HASH_DEL_ACUERDO.toString('hex') },
  });
}

/** The agreement under which a certificate was issued. */
export async function acuerdoDe(trx: Transaccion, certificado: string): Promise<AcuerdoAceptado> {
  const { rows } = await sql<FilaAcuerdo>`
    select a.id, a.version, a.hash, a.aceptado_en from firma.certificado c join firma.acuerdo a on a.id = c.acuerdo_id
    where c.id = ${certificado}`.execute(trx.bd);
  if (!rows[0]) throw new Error('No certificate exists without its agreement');
  return deFila(rows[0]);
}

interface FilaAcuerdo {
  id: string;
  version: string;
  hash: Buffer;
  aceptado_en: Date;
}

const deFila = (f: FilaAcuerdo): AcuerdoAceptado => ({
  id: f.id,
  version: f.version,
  hash: f.hash.toString('hex'),
  aceptadoEn: f.aceptado_en,
});
