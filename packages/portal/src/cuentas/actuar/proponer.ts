import { esFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import {
  abrirDeDireccion,
  auditar,
  esRechazo,
  rechazo,
  sellarEnDireccion,
  sha256,
  uuidv7,
  type Ambito,
  type Claves,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { aNombreDe } from '../../rut/index.ts';
import { clavesDeNombres, esperaEnPalabras, reservarIntento } from '../frenos.ts';

export type AmbitoDelegable = Exclude<Ambito, 'firmar'>;

export interface Permiso {
  tipoDocumento: string;
  numero: string;
  ambito: AmbitoDelegable;
  desde: Fecha;
  /** The last day, included. */
  hasta: Fecha;
}

/** A permission that waits for whoever gives it to read to whom it goes. */
export interface Propuesta extends Permiso {
  /** Of the delegation that it will be: confirmed twice, it is one. */
  id: string;
  /** Of the holder and the name that were read. */
  huella: string;
}

/** Who has the number, and how they are called. */
interface Quien {
  titular: string;
  nombre: string;
}

/** House rule: a permission that nobody remembers ends by itself. */
const MAXIMO_DIAS = 366;

function plazoQueNoSirve(d: Permiso): Rechazo | undefined {
  if (d.hasta < d.desde) return rechazo({ hasta: 'La fecha final debe ser igual o posterior a la inicial.' });
  if (d.hasta > sumarDias(d.desde, MAXIMO_DIAS))
    return rechazo({ hasta: 'El permiso puede durar hasta un año. Después puede darlo otra vez.' });
  return undefined;
}

/** Whoever holds the number now, if they are somebody else; otherwise what is said beside a field. */
export async function elDelNumero(trx: Transaccion, titular: string, d: Permiso): Promise<Quien | Rechazo> {
  const a = await aNombreDe(trx, d.tipoDocumento, d.numero);
  if (!a)
    return rechazo({
      numero:
        'Ese documento no está en el RUT de esta oficina. Revise el tipo y el número. Para actuar por otros hay que inscribirse.',
    });
  const { actor } = trx;
  if (a.titular === titular || (actor.tipo === 'persona' && a.titular === actor.persona))
    return rechazo({ numero: 'Ese es su documento. Escriba el de la otra persona.' });
  return a;
}

export const huellaDe = (a: Quien): string =>
  sha256(`${a.titular}|${a.nombre}`).toString('base64url').slice(0, 12);

/**
 * Looks who holds the number, to be read before anything is given. The name is the one that anybody may ask of a NIT
 * ("Estado del RUT"); who asks is known, each question is audited, and many have to wait.
 * @returns the proposal sealed for an address, or what is said beside a field
 */
export async function proponer(
  trx: Transaccion,
  claves: Claves,
  titular: string,
  permiso: Permiso,
): Promise<string | Rechazo> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') throw new TypeError('Somebody delegates');
  const plazo = plazoQueNoSirve(permiso);
  if (plazo) return plazo;
  const espera = await reservarIntento(trx, clavesDeNombres(claves, actor.persona));
  if (espera > 0)
    return rechazo({
      numero: `Ha escrito muchos documentos hoy. Espere ${esperaEnPalabras(espera)} e intente otra vez.`,
    });
  const a = await elDelNumero(trx, titular, permiso);
  await auditar(trx, {
    accion: 'cuentas.mirar-nombre',
    persona: titular,
    datos: esRechazo(a) ? { mostrado: false } : { a: a.titular },
  });
  if (esRechazo(a)) return a;
  return sellarPropuesta(claves, titular, { ...permiso, id: uuidv7(trx.ahora), huella: huellaDe(a) });
}

/** The name to read before confirming; undefined when the number is no longer whose it was. */
export async function nombrePropuesto(
  trx: Transaccion,
  titular: string,
  d: Propuesta,
): Promise<string | undefined> {
  const a = await elDelNumero(trx, titular, d);
  return esRechazo(a) || huellaDe(a) !== d.huella ? undefined : a.nombre;
}

const SELLADA = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.enum(['consultar', 'preparar', 'presentar']),
  z.string().refine(esFecha),
  z.string().refine(esFecha),
]);
const sello = (titular: string) => ({ proposito: 'cuentas-permiso-propuesto', de: titular });

export const sellarPropuesta = (claves: Claves, titular: string, d: Propuesta): string =>
  sellarEnDireccion(
    claves,
    sello(titular),
    [d.id, d.huella, d.tipoDocumento, d.numero, d.ambito, d.desde, d.hasta].join('|'),
  );

/** Undefined for what this office did not seal for that taxpayer. */
export function abrirPropuesta(claves: Claves, titular: string, escrita: string): Propuesta | undefined {
  const leida = SELLADA.safeParse(abrirDeDireccion(claves, sello(titular), escrita)?.split('|'));
  if (!leida.success) return undefined;
  const [id, huella, tipoDocumento, numero, ambito, desde, hasta] = leida.data;
  return { id, huella, tipoDocumento, numero, ambito, desde, hasta };
}
