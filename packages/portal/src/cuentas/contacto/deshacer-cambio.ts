import type { RegistroRut } from '@autogestion/normas/rut';
import { auditar, llamar, publicar, sha256, type Transaccion } from '../../plataforma/index.ts';
import { prepararVersion } from '../../rut/index.ts';
import { DESHACER_HORAS } from './consultas.ts';
import type { Que } from './cambiar-contacto.ts';

interface Fila {
  id: string;
  titular_id: string;
  que: Que;
  antes: string | null;
  registro: RegistroRut;
}

const desde = (trx: Transaccion) => new Date(trx.ahora.getTime() - DESHACER_HORAS * 3_600_000);

async function buscar(trx: Transaccion, secreto: string): Promise<Fila | undefined> {
  const [fila]: Fila[] = await llamar(trx, 'cuentas.cambio_por_secreto', {
    secreto: sha256(secreto),
    desde: desde(trx),
  });
  return fila;
}

/**
 * Puts the old value back, without signing in: the code went to the old address. Sessions, password, factors and
 * permissions made since the change go away with it. Of two at once, one undoes.
 */
export async function deshacerCambio(trx: Transaccion, secreto: string): Promise<boolean> {
  const f = await buscar(trx, secreto);
  if (!f) return false;
  const v = await prepararVersion(trx, { ...f.registro, ubicacion: conLoDeAntes(f) });
  const si = await llamar(trx, 'cuentas.deshacer_cambio', {
    secreto: sha256(secreto),
    desde: desde(trx),
    version: v.id,
    formulario: v.formulario,
    registro: v.registro,
    radicado: v.radicado,
    hash: v.hash,
    ahora: trx.ahora,
  });
  if (!si) return false;
  await auditar(trx, {
    accion: 'cuentas.deshacer-contacto',
    persona: f.titular_id,
    objeto: `cambio:${f.id}`,
  });
  await publicar(trx, 'rut.version-creada', { id: v.id });
  return true;
}

function conLoDeAntes({ registro: { ubicacion }, que, antes }: Fila): RegistroRut['ubicacion'] {
  // An e-mail there always was; a phone may have been the first one.
  if (que === 'correo') return { ...ubicacion, correo: antes ?? ubicacion.correo };
  const sinTelefono = { ...ubicacion };
  delete sinTelefono.telefono1;
  return antes === null ? sinTelefono : { ...sinTelefono, telefono1: antes };
}
