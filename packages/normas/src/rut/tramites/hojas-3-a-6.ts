import type { Fecha } from '../../fechas/index.ts';
import { porcentajeEscrito } from '../bloque.ts';
import { claveDe, nombreDePersona } from '../hojas.ts';
import type { PersonaDeHoja, RegistroRut } from '../registro.ts';
import { calidadRepresentacion } from '../representacion.ts';
import type { CambioDelRut, DatoDelRut } from './cambios.ts';
import { condicion } from './condicion.ts';
import type { Condicion } from './condicion.ts';

/**
 * The decree keeps only identification for an official (DUR 1.6.1.2.14 inc. 3), so sheets 3 to 6 are changed online.
 * For entities of a Chamber of Commerce the DIAN compares them with the RUES (DUR 1.6.1.2.11), which this office
 * cannot ask: it takes what the representative declares.
 */
export const HOJAS_3_A_6 = { enLinea: true, sinFuente: true } as const;

interface Hechos {
  antes: RegistroRut;
  despues: RegistroRut;
  hoy: Fecha;
  conRut?: Readonly<Record<string, boolean>>;
}

/** What sheets 3 to 6 must fulfil to change by the taxpayer's own hand. Only sheets that changed are judged. */
export function condicionesDeLasHojas(h: Hechos, cambios: readonly CambioDelRut[]): Condicion[] {
  const cambia = (dato: DatoDelRut) => cambios.some((c) => c.dato === dato);
  return [
    ...(cambia('representantes') ? [...calidades(h), ...quedaRepresentante(h)] : []),
    ...(cambia('representantes') || cambia('revisor-y-contador') ? rutPropio(h) : []),
    ...(cambia('socios') ? [...participaciones(h.despues), ...unaVez(h, SOCIOS_VIGENTES)] : []),
    ...(cambia('sedes') ? [...fechasDeSedes(h.despues), ...unaVez(h, SEDES_ABIERTAS)] : []),
  ];
}

/** Those who bind the taxpayer, or vouch for them, and were not there before. */
export function personasNuevas({ antes, despues }: Pick<Hechos, 'antes' | 'despues'>): PersonaDeHoja[] {
  const conocidas = new Set(personasDe(antes).map((p) => claveDe(p)));
  const nuevas = personasDe(despues).filter((p) => !conocidas.has(claveDe(p)));
  return nuevas.filter((p, i) => nuevas.findIndex((q) => claveDe(q) === claveDe(p)) === i);
}

function personasDe(r: RegistroRut): PersonaDeHoja[] {
  const profesionales = [r.revisorFiscal, r.revisorFiscalSuplente, r.contador];
  return [...(r.representantes ?? []), ...profesionales.filter((p) => p !== undefined)];
}

function rutPropio(h: Hechos): Condicion[] {
  return personasNuevas(h).map((p) =>
    condicion({
      id: `rut-propio-${claveDe(p)}`,
      articulo: 'DUR 1.6.1.2.1 num. 9',
      hecho: h.conRut?.[claveDe(p)],
      cumple: `${nombreDePersona(p)} tiene RUT.`,
      noCumple: `${nombreDePersona(p)} no está en el RUT, o su RUT está cancelado: quien representa, revisa o lleva la contabilidad debe tener el suyo antes.`,
      noSeSabe: `Falta saber si ${nombreDePersona(p)} tiene RUT.`,
    }),
  );
}

function calidades({ despues }: Hechos): Condicion[] {
  const claves = (despues.representantes ?? []).map((r) => claveDe(r, r.representacion));
  const repetida = claves.some((c, i) => claves.indexOf(c) !== i);
  const desconocida = (despues.representantes ?? []).find((r) => !calidadRepresentacion(r.representacion));
  return [
    condicion({
      id: 'calidades-de-representacion',
      articulo: 'Formulario 001, casilla 98',
      hecho: !repetida && desconocida === undefined,
      cumple: 'Cada representante está una vez en su calidad.',
      noCumple: repetida
        ? 'Una misma persona está dos veces en la misma calidad.'
        : `Esta oficina no conoce la calidad ${desconocida?.representacion ?? ''} de la casilla 98.`,
      noSeSabe: '',
      certeza: 'parametro',
    }),
  ];
}

/** A legal person acts through somebody (ET 572 lit. c): the last one does not leave without another coming in. */
function quedaRepresentante({ antes, despues, hoy }: Hechos): Condicion[] {
  if (despues.tipoContribuyente !== '1') return [];
  const hay = (r: RegistroRut) =>
    (r.representantes ?? []).some((x) => x.desde <= hoy && calidadRepresentacion(x.representacion));
  return [
    condicion({
      id: 'queda-representante',
      articulo: 'ET 572 lit. c',
      hecho: hay(despues) || !hay(antes),
      cumple: 'La entidad queda con quien la represente.',
      noCumple:
        'La entidad quedaría sin quien la represente hoy: agregue a otra persona, que ejerza desde hoy o antes.',
      noSeSabe: '',
      certeza: 'parametro',
    }),
  ];
}

/** Hundredths of a percent of the whole. */
export const ENTERO = 10_000;

function participaciones({ socios = [] }: RegistroRut): Condicion[] {
  const vigentes = socios.filter((s) => s.retiro === undefined);
  const suma = vigentes.reduce((total, s) => total + s.participacion, 0);
  const alReves = socios.find((s) => s.retiro !== undefined && s.retiro < s.ingreso);
  return [
    condicion({
      id: 'participaciones',
      articulo: 'Formulario 001, casilla 121',
      hecho: suma <= ENTERO,
      cumple: `Las participaciones suman ${porcentajeEscrito(suma)} %.`,
      noCumple: `Las participaciones suman ${porcentajeEscrito(suma)} %, más del 100 %: retire primero a quien salió o corrija los porcentajes.`,
      noSeSabe: '',
      certeza: 'parametro',
    }),
    condicion({
      id: 'fechas-de-socios',
      articulo: 'Formulario 001, casillas 122 y 123',
      hecho: alReves === undefined,
      cumple: 'Nadie sale antes de entrar.',
      noCumple: `${alReves ? nombreDePersona(alReves) : ''} no puede salir antes de la fecha en que entró.`,
      noSeSabe: '',
      certeza: 'parametro',
    }),
  ];
}

function fechasDeSedes({ sedes = [] }: RegistroRut): Condicion[] {
  const alReves = sedes.find((s) => s.cierre && s.fechaMatricula && s.cierre < s.fechaMatricula);
  return [
    condicion({
      id: 'fechas-de-sedes',
      articulo: 'Formulario 001, casillas 167 y 169',
      hecho: alReves === undefined,
      cumple: 'Las fechas de los establecimientos concuerdan.',
      noCumple: `El establecimiento ${alReves?.nombre ?? ''} no puede cerrar antes de la fecha de su matrícula.`,
      noSeSabe: '',
      certeza: 'parametro',
    }),
  ];
}

/** What of a list must be there once at a time, and how it is called. */
interface Distintos {
  id: string;
  casilla: string;
  claves: (r: RegistroRut) => string[];
  cumple: string;
  noCumple: string;
}

const SOCIOS_VIGENTES: Distintos = {
  id: 'socios-distintos',
  casilla: '112',
  claves: ({ socios = [] }) => socios.filter((s) => s.retiro === undefined).map((s) => claveDe(s)),
  cumple: 'Cada socio está una sola vez.',
  noCumple: 'Un mismo documento quedaría dos veces entre los socios: quite uno de los dos.',
};
const SEDES_ABIERTAS: Distintos = {
  id: 'sedes-distintas',
  casilla: '162',
  claves: ({ sedes = [] }) => sedes.filter((s) => s.cierre === undefined).map((s) => s.nombre),
  cumple: 'Cada establecimiento está una sola vez.',
  noCumple: 'Dos establecimientos abiertos quedarían con el mismo nombre: cambie uno de los dos.',
};

/** What was there twice already is not the fault of this update. */
function unaVez(
  { antes, despues }: Hechos,
  { id, casilla, claves, cumple, noCumple }: Distintos,
): Condicion[] {
  const repetidas = (r: RegistroRut) => claves(r).filter((c, i, todas) => todas.indexOf(c) !== i);
  const [eran, son] = [repetidas(antes), repetidas(despues)];
  return [
    condicion({
      id,
      articulo: `Formulario 001, casilla ${casilla}`,
      hecho: son.every((c) => eran.includes(c)),
      cumple,
      noCumple,
      noSeSabe: '',
      certeza: 'parametro',
    }),
  ];
}
