import { definidos } from '@autogestion/normas/definidos';
import { formatearDocumento, TIPOS_DOCUMENTO } from '@autogestion/normas/documentos-identidad';
import { fecha, formatearFecha, sumarDias } from '@autogestion/normas/fechas';
import { claveDe } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoFecha, CampoTexto, Radios } from '../../../../interfaz/index.ts';
import {
  lasDemas,
  type ContextoGuardar,
  type ContextoPagina,
  type Efecto,
  type Repetido,
} from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { tieneRut } from '../../../../rut/index.ts';
import { campoFecha, linea, unaDe } from '../../../inscripcion/campos.ts';
import { NOMBRES, CamposNombres, type Nombres } from '../../../pasos/nombres.tsx';
import { documentoDe, mayusculas } from '../../campos.ts';
import type { DatosActualizacion, Hechos, Respuestas } from '../../tipos.ts';

type Contexto = ContextoPagina<Respuestas, Hechos>;

/** Natural persons of sheets 3 to 5, in the order in which people have those documents. */
export const DE_PERSONA = ['13', '22', '48', '41', '47', '46'] as const;

export const FECHA = { 'fecha-dia': '15', 'fecha-mes': 'enero', 'fecha-anio': '2026' };
const PERSONA = {
  primerApellido: 'Rojas',
  segundoApellido: '',
  primerNombre: 'Marcela',
  otrosNombres: '',
};

/**
 * Changes of one list in a draft: each is some ten answers that are read anew on every page, and more than these are
 * better told in another update, which takes the RUT as this one leaves it.
 */
export const CAMBIOS_POR_LISTA = 40;

/** One of the lists of sheets 2 to 6, which is told one change after another. */
export const listaRepetida = (
  grupo: string,
  describir: (d: DatosActualizacion) => string | undefined,
): Repetido<Respuestas, Hechos> => ({
  grupo,
  maximo: CAMBIOS_POR_LISTA,
  describir,
  alQuedarSin: 'que-cambia',
});

/** A date that is past or of today. `futuro`: days that it may be ahead. */
export function partesDeFecha(reloj: Reloj, nombre: string, futuro = 0) {
  return {
    esquema: campoFecha(() => ({
      nombre,
      desde: fecha('1900-01-01'),
      hasta: sumarDias(reloj.hoy(), futuro),
    })),
    pagina: (c: Contexto) => (
      <CampoFecha {...c.campo.fecha('fecha')} etiqueta={nombre} ayuda="Por ejemplo, 15 1 2026" />
    ),
    ejemplos: [{ escrito: FECHA }],
  };
}

/** What is to be done with the list: what follows depends on it. */
export function partesDeAccion<A extends string>(
  acciones: readonly [A, ...A[]],
  textos: Readonly<Record<A, string>>,
  siHay: (c: Contexto['datos'], accion: A) => boolean,
) {
  return {
    esquema: z.object({ accion: unaDe(acciones, 'Elija qué quiere hacer.') }),
    pagina: (c: Contexto) => (
      <Radios
        {...c.campo.texto('accion')}
        etiqueta="Qué quiere hacer"
        opciones={acciones.filter((a) => siHay(c.datos, a)).map((valor) => ({ valor, texto: textos[valor] }))}
      />
    ),
    ejemplos: (d: Contexto['datos']) =>
      acciones.filter((a) => siHay(d, a)).map((accion) => ({ escrito: { accion } })),
  };
}

/** One of those who are in the RUT today. */
export function partesDeCual(
  etiqueta: string,
  hay: (d: Contexto['datos']) => { clave: string; nombre: string }[],
) {
  return {
    esquema: z.object({ clave: linea.refine((v) => v !== '', { error: 'Elija una opción.' }) }),
    pagina: (c: Contexto) => (
      <Radios
        {...c.campo.texto('clave')}
        etiqueta={etiqueta}
        opciones={hay(c.datos).map((b) => ({ valor: b.clave, texto: b.nombre }))}
      />
    ),
    alGuardar: async (
      c: ContextoGuardar<Respuestas, Hechos>,
      v: { clave: string },
    ): Promise<Efecto<Hechos>> =>
      hay(c.datos).some((b) => b.clave === v.clave)
        ? { tipo: 'guardado' }
        : { tipo: 'rechazado', campos: { clave: 'Elija una opción de la lista.' } },
    ejemplos: (d: Contexto['datos']) => hay(d).map((b) => ({ escrito: { clave: b.clave } })),
  };
}

export function partesDeDocumento(tipos: readonly string[] = DE_PERSONA) {
  return {
    esquema: documentoDe(tipos),
    pagina: (c: Contexto) => (
      <>
        <Radios
          {...c.campo.texto('tipo')}
          etiqueta="Tipo de documento"
          opciones={tipos
            .flatMap((codigo) => TIPOS_DOCUMENTO.filter((t) => t.codigo === codigo))
            .map((t) => ({ valor: t.codigo, texto: t.nombre }))}
        />
        <CampoTexto
          {...c.campo.texto('numero')}
          etiqueta="Número del documento"
          ayuda="Con o sin puntos, como prefiera."
          autocompletar="off"
          ortografia={false}
          ancho={20}
        />
      </>
    ),
    ejemplos: documentosDeEjemplo,
  };
}

export const esLaPrimera = ({ vuelta }: DatosActualizacion): boolean => (vuelta?.numero ?? 1) === 1;
export const documentosDeEjemplo = (d: DatosActualizacion) => [
  { escrito: { tipo: '13', numero: esLaPrimera(d) ? '52.418.906' : '52.418.907' } },
];

export interface Documento {
  tipo: string;
  numero: string;
}
export const claveDeDocumento = ({ tipo, numero }: Documento, calidad?: string): string =>
  claveDe({ tipoDocumento: tipo, numero }, calidad);

/** Saved, unless there is something against it. */
export const guardadoSalvo = (campo: string, mensaje: string | undefined): Efecto<Hechos> =>
  mensaje === undefined ? { tipo: 'guardado' } : { tipo: 'rechazado', campos: { [campo]: mensaje } };

/** What is chosen once in all the rounds of a list, an office or an act: what another round took is not offered. */
export function unaVezCadaUno<C extends string, T extends string>(o: {
  grupo: string;
  campo: C;
  etiqueta: string;
  valores: readonly T[];
  nombres: Readonly<Record<T, string>>;
  /** What the round says. */
  dicho: (d: DatosActualizacion) => T | undefined;
  /** To whoever chooses it again. */
  repetido: string;
}) {
  const libres = (d: DatosActualizacion): T[] => {
    const tomados = lasDemas(d, o.grupo).map(o.dicho);
    return o.valores.filter((v) => !tomados.includes(v));
  };
  return {
    puedeOtra: (d: DatosActualizacion) => libres(d).length > 0,
    partes: {
      pagina: (c: Contexto) => (
        <Radios
          {...c.campo.texto(o.campo)}
          etiqueta={o.etiqueta}
          opciones={libres(c.datos).map((valor) => ({ valor, texto: o.nombres[valor] }))}
        />
      ),
      alGuardar: async (c: ContextoGuardar<Respuestas, Hechos>, v: Readonly<Record<C, T>>) =>
        guardadoSalvo(o.campo, libres(c.datos).includes(v[o.campo]) ? undefined : o.repetido),
      resumen: (v: Readonly<Record<C, T>>) => [{ clave: o.etiqueta, valor: o.nombres[v[o.campo]] }],
      ejemplos: (d: DatosActualizacion) => libres(d).map((v) => ({ escrito: { [o.campo]: v } })),
    },
  };
}

/**
 * Of whoever must have a RUT of their own (DUR 1.6.1.2.1 num. 9): it is asked at once, and again at the end.
 * @param impedimento what there is against that document already
 */
export async function exigirRut(
  c: ContextoGuardar<Respuestas, Hechos>,
  v: Documento,
  impedimento?: string,
): Promise<Efecto<Hechos>> {
  if (impedimento !== undefined) return guardadoSalvo('numero', impedimento);
  if (!(await tieneRut(c.trx, v.tipo, v.numero))) {
    return guardadoSalvo(
      'numero',
      'Esa persona no está en el RUT, o lo tiene cancelado. Quien representa, revisa o lleva la contabilidad debe inscribirse antes (DUR 1.6.1.2.1 num. 9).',
    );
  }
  return { tipo: 'guardado', hechos: { conRut: { ...c.datos.hechos.conRut, [claveDeDocumento(v)]: true } } };
}

export const partesDeNombres = {
  esquema: NOMBRES,
  pagina: (c: Contexto) => (
    <>
      <p class="govuk-body">Como están en su documento de identidad.</p>
      <CamposNombres campo={c.campo} />
    </>
  ),
  ejemplos: [{ escrito: PERSONA }],
};

export const enMayusculas = (n: Nombres): Nombres => ({
  primerApellido: mayusculas(n.primerApellido),
  ...definidos({ segundoApellido: n.segundoApellido ? mayusculas(n.segundoApellido) : undefined }),
  primerNombre: mayusculas(n.primerNombre),
  ...definidos({ otrosNombres: n.otrosNombres ? mayusculas(n.otrosNombres) : undefined }),
});

export const documentoEscrito = (v: { tipo: string; numero: string }) => formatearDocumento(v.tipo, v.numero);
export const nombreEscrito = (v: Nombres) =>
  [v.primerNombre, v.otrosNombres, v.primerApellido, v.segundoApellido].filter(Boolean).join(' ');
export const diaEscrito = (v: { fecha: Parameters<typeof formatearFecha>[0] }) => formatearFecha(v.fecha);
