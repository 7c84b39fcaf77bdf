import { formatearFecha } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import { porcentajeEscrito } from '../bloque.ts';
import type { ActoDeOrganizacion, ComposicionDelCapital, RegistroRut } from '../registro.ts';
import type { CambioDelRut, DatoDelRut } from './cambios.ts';
import { condicion } from './condicion.ts';
import type { Condicion } from './condicion.ts';
import { ENTERO } from './hojas-3-a-6.ts';

/**
 * The decree keeps only identification for an official (DUR 1.6.1.2.14 inc. 3), so how a legal person was constituted
 * and reformed, its capital and its group are changed online, without the RUES. Boxes 62 to 70, 88 and 89 hold codes
 * whose tables were not found: an official changes them.
 */
export const HOJA_2 = { enLinea: true, codigosEnLinea: false, sinFuente: true } as const;

interface Hechos {
  despues: RegistroRut;
  hoy: Fecha;
}

/** What sheet 2 must fulfil to change by the taxpayer's own hand. Only what changed is judged. */
export function condicionesDeLaHoja2(h: Hechos, cambios: readonly CambioDelRut[]): Condicion[] {
  const cambia = (...datos: DatoDelRut[]) => cambios.some((c) => datos.includes(c.dato));
  return [
    ...(cambia('constitucion', 'capital', 'vinculacion') ? [deEntidad(h.despues)] : []),
    ...(cambia('caracteristicas') ? [codigos()] : []),
    ...(cambia('constitucion') ? [fechas(h)] : []),
    ...(cambia('capital') ? [composicion(h.despues)] : []),
    ...(cambia('vinculacion') ? [matriz(h.despues)] : []),
  ];
}

const deEntidad = ({ tipoContribuyente }: RegistroRut): Condicion =>
  condicion({
    id: 'hoja-2-de-entidad',
    articulo: 'Formulario 001, hoja 2',
    hecho: tipoContribuyente === '1',
    cumple: 'La hoja 2 es de las personas jurídicas.',
    noCumple: 'La hoja 2 es de las personas jurídicas: una persona natural no la llena.',
    noSeSabe: '',
    certeza: 'parametro',
  });

const codigos = (): Condicion =>
  condicion({
    id: 'hoja-2-codigos',
    articulo: 'Formulario 001, casillas 62 a 70 y 88 a 92',
    hecho: HOJA_2.codigosEnLinea,
    cumple: '',
    noCumple:
      'Las características de la organización, quién la vigila y su estado (casillas 62 a 70 y 88 a 92) los cambia un funcionario.',
    noSeSabe: '',
    certeza: 'parametro',
  });

function fechas({ despues, hoy }: Hechos): Condicion {
  const { constitucion, reforma } = despues.organizacion ?? {};
  const problema =
    problemaDe('la constitución', constitucion, hoy) ??
    problemaDe('la última reforma', reforma, hoy) ??
    (constitucion && reforma && reforma.fecha < constitucion.fecha
      ? 'La última reforma no puede ser anterior a la constitución.'
      : undefined);
  return condicion({
    id: 'hoja-2-fechas',
    articulo: 'Formulario 001, casillas 73, 76, 80 y 81',
    hecho: problema === undefined,
    cumple: 'Las fechas de la constitución y de la reforma concuerdan.',
    noCumple: problema ?? '',
    noSeSabe: '',
    certeza: 'parametro',
  });
}

function problemaDe(que: string, a: ActoDeOrganizacion | undefined, hoy: Fecha): string | undefined {
  if (!a) return undefined;
  const { fecha, fechaDeRegistro: registro, vigenteDesde: desde, vigenteHasta: hasta } = a;
  if (fecha > hoy) return `La fecha de ${que}, ${formatearFecha(fecha)}, no ha llegado.`;
  if (registro && registro > hoy) return `La fecha de registro de ${que} no ha llegado.`;
  if (registro && registro < fecha) return `El registro de ${que} no puede ser anterior a su documento.`;
  if (desde && hasta && hasta < desde) return `La vigencia de ${que} no puede terminar antes de empezar.`;
  return undefined;
}

/** Whether the four parts of the capital are the whole: 82 + 85 = 100, 83 + 84 = 82, 86 + 87 = 85. */
export function capitalCuadra(c: ComposicionDelCapital): boolean {
  return Object.values(c).every((p: number) => p >= 0) && sumaDe(c) === ENTERO;
}

const sumaDe = (c: ComposicionDelCapital): number =>
  c.nacionalPublico + c.nacionalPrivado + c.extranjeroPublico + c.extranjeroPrivado;

function composicion({ organizacion }: RegistroRut): Condicion {
  const capital = organizacion?.capital;
  return condicion({
    id: 'hoja-2-capital',
    articulo: 'Formulario 001, casillas 82 a 87',
    hecho: capital === undefined || capitalCuadra(capital),
    cumple: 'Las partes del capital suman 100 %.',
    noCumple: `Las partes del capital suman ${capital ? porcentajeEscrito(sumaDe(capital)) : ''} %: deben sumar 100 %.`,
    noSeSabe: '',
    certeza: 'parametro',
  });
}

function matriz({ organizacion, nit }: RegistroRut): Condicion {
  return condicion({
    id: 'hoja-2-matriz',
    articulo: 'Formulario 001, casillas 93 a 97',
    hecho: organizacion?.vinculacion?.matriz?.nit !== nit,
    cumple: 'La matriz es otra persona.',
    noCumple: 'Una entidad no puede ser su propia matriz: revise el NIT de la casilla 95.',
    noSeSabe: '',
    certeza: 'parametro',
  });
}
