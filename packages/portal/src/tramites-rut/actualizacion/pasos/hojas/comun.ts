import { definidos } from '@autogestion/normas/definidos';
import { fecha as dia, sumarDias } from '@autogestion/normas/fechas';
import { claveDe } from '@autogestion/normas/rut';
import {
  documento,
  fecha,
  juntas,
  nit,
  nombres,
  opcion,
  texto,
  type Comun,
  type Documento,
  type NombresDePersona,
} from '../../../../interfaz/preguntas/index.ts';
import { lasDemas, type Datos, type Efecto } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj, Transaccion } from '../../../../plataforma/index.ts';
import { tieneRut } from '../../../../rut/index.ts';
import type { Dicho, Hechos } from '../../tipos.ts';

/** Natural persons of sheets 3 to 5, in the order in which people have those documents. */
export const DE_PERSONA = ['13', '22', '48', '41', '47', '46'] as const;

/**
 * Changes of one list in a draft: each is some ten answers that are read anew on every page, and more than these are
 * better told in another update, which takes the RUT as this one leaves it.
 */
export const CAMBIOS_POR_LISTA = 40;

/** What all lists of sheets 2 to 6 have in common. */
export const LISTA = { maximo: CAMBIOS_POR_LISTA, alQuedarSin: 'que-cambia' } as const;

/** A date that is past or of today. `futuro`: days that it may be ahead. */
export const fechaDe = <D>(reloj: Reloj, que: string, o: { rotulo?: string; futuro?: number } = {}) =>
  fecha<D>({
    etiqueta: que,
    rotulo: o.rotulo ?? que,
    ayuda: 'Por ejemplo, 15 1 2026',
    limites: () => ({ nombre: que, desde: dia('1900-01-01'), hasta: sumarDias(reloj.hoy(), o.futuro ?? 0) }),
  });

/** What is to be done with the list: what follows depends on it. */
export const queHacer = <A extends string, D>(
  rotulo: string,
  textos: Readonly<Record<A, string>>,
  cabe: (accion: A, d: D) => boolean,
) =>
  opcion<A, D>({
    campo: 'accion',
    etiqueta: 'Qué quiere hacer',
    rotulo,
    falta: 'Elija qué quiere hacer.',
    de: textos,
    entre: (d) => (Object.keys(textos) as A[]).filter((a) => cabe(a, d)),
  });

/** One of a list of the RUT: how a draft tells it apart, and what it is called. */
interface Quien {
  clave: string;
  nombre: string;
}

/** One of those who are in the RUT today. */
export const cual = <D>(o: Comun<string, D> & { etiqueta: string; hay: (d: D) => readonly Quien[] }) =>
  opcion<string, D>({
    ...o,
    campo: 'clave',
    falta: 'Elija una opción.',
    noEsta: 'Elija una opción de la lista.',
    de: (d) => o.hay(d).map(({ clave, nombre }) => ({ valor: clave, texto: nombre })),
  });

export const esLaPrimera = ({ vuelta }: Pick<Dicho, 'vuelta'>): boolean => (vuelta?.numero ?? 1) === 1;

/** The document of who comes in: in the examples, another one in each round. */
export const documentoDe = <D extends Pick<Dicho, 'vuelta'>>(tipos: readonly string[] = DE_PERSONA) =>
  documento<D>({
    tipos,
    ejemplos: (d) => [
      { tipo: '13', numero: esLaPrimera(d) ? '52.418.906' : '52.418.907' },
      ...(tipos.includes('31')
        ? [{ tipo: '31', numero: esLaPrimera(d) ? '899.999.034-1' : '899.999.063-3' }]
        : []),
    ],
  });

export const nombresDe = <D>(rotulo: string) =>
  nombres<D>({ antes: 'Como están en su documento de identidad.', rotulo });

/** A text that nobody should correct: names of companies, numbers with letters. */
export const nombreDe = <D>(o: Parameters<typeof texto<D>>[0]) => texto<D>({ ...o, ortografia: false });

/** NIT and name of a company, both or neither. */
export const empresaQuizas = <D>(o: {
  /** «la firma» */
  que: string;
  antes: string;
  nit: { nombre: string; ayuda?: string; conDv?: boolean; hoy?: (d: D) => string | undefined };
  nombre: { nombre: string; hoy?: (d: D) => string | undefined };
}) => {
  const { nombre: delNit, ...comoNit } = o.nit;
  const { nombre: delNombre, ...comoNombre } = o.nombre;
  const del = nit<D>({ ...comoNit, opcional: true });
  const falta = `Escriba el nombre de ${o.que}.`;
  return juntas<{ nit: string; nombre: string }, D>(
    {
      nit: { nombre: delNit, pregunta: del },
      nombre: {
        nombre: delNombre,
        pregunta: nombreDe({ ...comoNombre, campo: 'nombre', que: `El nombre de ${o.que}`, maximo: 150 }),
      },
    },
    {
      antes: o.antes,
      decir: (v) => (v.nit === '' ? 'Ninguna' : `${v.nombre}, NIT ${String(del.escribir?.(v.nit).nit)}`),
      admite(v) {
        if (v.nit !== '' && v.nombre === '') return { nombre: falta };
        return falla('nit', v.nit === '' && v.nombre !== '' ? 'Escriba el NIT.' : undefined);
      },
      ejemplos: [{}, { nit: '899.999.034-1', nombre: 'Ficticia Holding' }],
      erroneos: [{ escrito: { nit: '899.999.034-1' }, campo: 'nombre' }],
    },
  );
};

export const claveDeDocumento = ({ tipo, numero }: Documento, calidad?: string): string =>
  claveDe({ tipoDocumento: tipo, numero }, calidad);

/** What is wrong with one field, if anything is. */
export const falla = (campo: string, mensaje: string | undefined) =>
  mensaje === undefined ? undefined : { [campo]: mensaje };

/** What is chosen once in all the rounds of a list, an office or an act: what another round took is not offered. */
export function unaVezCadaUno<T extends string, R extends object>(o: {
  grupo: string;
  campo: string;
  etiqueta: string;
  nombres: Readonly<Record<T, string>>;
  /** What the round says. */
  dicho: (d: Datos<R, Hechos>) => T | undefined;
  falta: string;
  /** To whoever chooses it again. */
  repetido: string;
}) {
  const libres = (d: Datos<R, Hechos>): T[] => {
    const tomados = lasDemas(d, o.grupo).map(o.dicho);
    return (Object.keys(o.nombres) as T[]).filter((v) => !tomados.includes(v));
  };
  return {
    puedeOtra: (d: Datos<R, Hechos>) => libres(d).length > 0,
    pregunta: opcion<T, Datos<R, Hechos>>({
      campo: o.campo,
      etiqueta: o.etiqueta,
      rotulo: o.etiqueta,
      falta: o.falta,
      noEsta: o.repetido,
      de: o.nombres,
      entre: libres,
    }),
  };
}

/** Of whoever must have a RUT of their own (DUR 1.6.1.2.1 num. 9): it is asked at once, and again at the end. */
export async function exigirRut(
  c: { trx: Transaccion; datos: Pick<Dicho, 'hechos'> },
  v: Documento,
): Promise<Efecto<Hechos>> {
  if (await tieneRut(c.trx, v.tipo, v.numero))
    return {
      tipo: 'guardado',
      hechos: { conRut: { ...c.datos.hechos.conRut, [claveDeDocumento(v)]: true } },
    };
  const numero =
    'Esa persona no está en el RUT, o lo tiene cancelado. Quien representa, revisa o lleva la contabilidad debe inscribirse antes (DUR 1.6.1.2.1 num. 9).';
  return { tipo: 'rechazado', campos: { numero } };
}

export const mayusculas = (t: string): string => t.toLocaleUpperCase('es-CO');

export const enMayusculas = (n: NombresDePersona): NombresDePersona => ({
  primerApellido: mayusculas(n.primerApellido),
  ...definidos({ segundoApellido: n.segundoApellido ? mayusculas(n.segundoApellido) : undefined }),
  primerNombre: mayusculas(n.primerNombre),
  ...definidos({ otrosNombres: n.otrosNombres ? mayusculas(n.otrosNombres) : undefined }),
});
