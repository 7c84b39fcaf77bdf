import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { compararFechas } from './aritmetica.ts';
import { esFecha } from './fecha.ts';
import type { Fecha } from './fecha.ts';
import { formatearFecha, MESES } from './formato.ts';

export type CampoFecha = 'dia' | 'mes' | 'anio';

/** What the person typed in the three text fields. */
export type CamposFecha = Record<CampoFecha, string>;

export type CodigoErrorFecha =
  | 'vacia'
  | 'incompleta'
  | 'dia-invalido'
  | 'mes-invalido'
  | 'anio-invalido'
  | 'no-existe'
  | 'muy-temprana'
  | 'muy-tardia';

export interface LimitesFecha {
  /** How the date is called in messages, with its article: `La fecha de expedición`. */
  nombre?: string;
  desde?: Fecha;
  hasta?: Fecha;
}

const NOMBRE_DE_CAMPO: Record<CampoFecha, string> = { dia: 'el día', mes: 'el mes', anio: 'el año' };

/**
 * Reads a date from three text fields. The month may be a number or its name (`agosto`, `ago`); the
 * year has four digits. A failure names the fields at fault, to mark them and to put the focus there.
 */
export function analizarFecha(
  campos: CamposFecha,
  { nombre = 'La fecha', desde, hasta }: LimitesFecha = {},
): Resultado<Fecha, CodigoErrorFecha, { campos: CampoFecha[] }> {
  const error = (
    codigo: CodigoErrorFecha,
    mensaje: string,
    conError: CampoFecha[] = ['dia', 'mes', 'anio'],
  ) => ({ ok: false, codigo, mensaje, campos: conError }) as const;

  const dia = campos.dia.trim();
  const mes = numeroDeMes(campos.mes.trim());
  const anio = campos.anio.trim();
  const vacios = (['dia', 'mes', 'anio'] as const).filter((c) => campos[c].trim() === '');
  if (vacios.length === 3) return error('vacia', `${nombre} es necesaria: escriba el día, el mes y el año.`);
  if (vacios.length > 0) {
    return error(
      'incompleta',
      `A ${enMinuscula(nombre)} le falta ${vacios.map((c) => NOMBRE_DE_CAMPO[c]).join(' y ')}.`,
      vacios,
    );
  }
  if (!/^[0-9]{1,2}$/.test(dia) || Number(dia) < 1 || Number(dia) > 31) {
    return error('dia-invalido', `El día de ${enMinuscula(nombre)} debe ser un número entre 1 y 31.`, [
      'dia',
    ]);
  }
  if (mes === undefined) {
    return error('mes-invalido', `El mes de ${enMinuscula(nombre)} debe ser un número entre 1 y 12.`, [
      'mes',
    ]);
  }
  if (!/^[0-9]{4}$/.test(anio)) {
    return error(
      'anio-invalido',
      `El año de ${enMinuscula(nombre)} debe tener cuatro números, por ejemplo 2026.`,
      ['anio'],
    );
  }
  const texto = `${anio}-${String(mes).padStart(2, '0')}-${dia.padStart(2, '0')}`;
  if (!esFecha(texto)) {
    const cual = `${Number(dia)} de ${MESES[mes - 1] ?? ''} de ${anio}`;
    return error('no-existe', `El ${cual} no existe. Revise el día y el mes.`, ['dia', 'mes']);
  }
  if (desde && compararFechas(texto, desde) < 0) {
    return error('muy-temprana', `${nombre} debe ser el ${formatearFecha(desde)} o después.`);
  }
  if (hasta && compararFechas(texto, hasta) > 0) {
    return error('muy-tardia', `${nombre} debe ser el ${formatearFecha(hasta)} o antes.`);
  }
  return bien(texto);
}

function numeroDeMes(texto: string): number | undefined {
  if (/^[0-9]{1,2}$/.test(texto)) {
    const numero = Number(texto);
    return numero >= 1 && numero <= 12 ? numero : undefined;
  }
  const palabra = texto
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^setiembre$/, 'septiembre');
  if (palabra.length < 3) return undefined;
  const indice = MESES.findIndex((m) => m === palabra || (m.startsWith(palabra) && palabra.length <= 4));
  return indice === -1 ? undefined : indice + 1;
}

function enMinuscula(nombre: string): string {
  return nombre.charAt(0).toLowerCase() + nombre.slice(1);
}
