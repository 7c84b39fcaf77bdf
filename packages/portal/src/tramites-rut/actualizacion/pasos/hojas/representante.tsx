import {
  CALIDADES_REPRESENTACION,
  calidadRepresentacion,
  claveDe,
  nombreDePersona,
} from '@autogestion/normas/rut';
import { z } from 'zod';
import { Radios } from '../../../../interfaz/index.ts';
import { lasDemas, partesDeCierre, repetidos, type Paso } from '../../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../../plataforma/index.ts';
import { linea } from '../../../inscripcion/campos.ts';
import {
  cambia,
  hechosDe,
  paso,
  type DatosActualizacion,
  type Hechos,
  type Respuestas,
} from '../../tipos.ts';
import {
  claveDeDocumento,
  diaEscrito,
  documentoEscrito,
  exigirRut,
  listaRepetida,
  nombreEscrito,
  partesDeAccion,
  partesDeCual,
  partesDeDocumento,
  partesDeFecha,
  partesDeNombres,
  type Documento,
} from './comun.tsx';

const PARTE = 'Representación';
const GRUPO = 'representante';
const TEXTOS = {
  agregar: 'Agregar a otra persona',
  reemplazar: 'Cambiar a una persona por otra',
  retirar: 'Retirar a una persona',
} as const;

const accion = (d: DatosActualizacion) => d.respuestas['representante-accion']?.accion;
const toca = cambia('representantes');
export const saleRepresentante = (d: DatosActualizacion) =>
  toca(d) && (accion(d) === 'reemplazar' || accion(d) === 'retirar');
export const entraRepresentante = (d: DatosActualizacion) =>
  toca(d) && (accion(d) === 'reemplazar' || accion(d) === 'agregar');

const nombreDeCalidad = (codigo: string) =>
  calidadRepresentacion(codigo)?.nombre.toLocaleLowerCase('es-CO') ?? codigo;

/** Those of the RUT whom no other change of the draft takes out. */
const losDeHoy = (d: DatosActualizacion) => {
  const salen = lasDemas(d, GRUPO).map(claveQueSale);
  return (hechosDe(d).registro.representantes ?? [])
    .map((r) => ({
      clave: claveDe(r, r.representacion),
      nombre: `${nombreDePersona(r)}, ${nombreDeCalidad(r.representacion)}`,
    }))
    .filter((r) => !salen.includes(r.clave));
};

const claveQueSale = (d: DatosActualizacion) =>
  saleRepresentante(d) ? d.respuestas['representante-sale']?.clave : undefined;

function claveQueEntra({ respuestas: r }: DatosActualizacion): string | undefined {
  const [documento, calidad] = [r['representante-documento'], r['representante-calidad']];
  return documento && calidad && claveDeDocumento(documento, calidad.representacion);
}

/** In the quality that was said, nobody who is in it, nor who another change of the draft puts in or takes out. */
function exigirOtra(d: DatosActualizacion, v: Documento): string | undefined {
  const calidad = d.respuestas['representante-calidad']?.representacion;
  const clave = claveDeDocumento(v, calidad);
  const demas = lasDemas(d, GRUPO);
  if (demas.some((o) => entraRepresentante(o) && claveQueEntra(o) === clave))
    return 'Esa persona ya entra con otro cambio de esta actualización, en la misma calidad.';
  if ([d, ...demas].some((o) => claveQueSale(o) === clave))
    return 'Esa persona sale en esta misma actualización, en la misma calidad. Si no sale, quite ese cambio.';
  return losDeHoy(d).some((r) => r.clave === clave)
    ? 'Esa persona ya representa a la entidad en esa calidad.'
    : undefined;
}

function describir(d: DatosActualizacion): string | undefined {
  const sale = (hechosDe(d).registro.representantes ?? []).find(
    (r) => claveDe(r, r.representacion) === claveQueSale(d),
  );
  if (saleRepresentante(d) && !sale) return undefined;
  if (!entraRepresentante(d)) return sale && `Sale ${nombreDePersona(sale)}`;
  const { 'representante-nombres': n, 'representante-calidad': c, 'representante-desde': f } = d.respuestas;
  if (!n || !c || !f) return undefined;
  const entra = `Entra ${nombreEscrito(n)}, ${nombreDeCalidad(c.representacion)}`;
  return sale ? `${entra}, en lugar de ${nombreDePersona(sale)}` : entra;
}

const REPETIDO = listaRepetida(GRUPO, describir);

/** Sheet 3 (boxes 98 to 107). */
export function pasosRepresentante(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  const deUnCambio = [
    paso<'representante-accion'>({
      slug: 'representante-accion',
      parte: PARTE,
      nombre: 'Qué cambia en la representación',
      pregunta: '¿Qué cambió en la representación?',
      aplica: toca,
      ...partesDeAccion(
        ['agregar', 'reemplazar', 'retirar'],
        TEXTOS,
        (d, a) => a === 'agregar' || losDeHoy(d).length > 0,
      ),
      resumen: (v) => [{ clave: 'Representación', valor: TEXTOS[v.accion] }],
    }),
    paso<'representante-sale'>({
      slug: 'representante-sale',
      parte: PARTE,
      nombre: 'Quién deja de representar',
      pregunta: '¿Quién deja de representar a la entidad?',
      aplica: saleRepresentante,
      ...partesDeCual('Representante que sale', losDeHoy),
      cumplido: (d) => losDeHoy(d).some((r) => r.clave === d.respuestas['representante-sale']?.clave),
      resumen: (v, d) => [
        { clave: 'Sale', valor: losDeHoy(d).find((r) => r.clave === v.clave)?.nombre ?? v.clave },
      ],
    }),
    paso<'representante-calidad'>({
      slug: 'representante-calidad',
      parte: PARTE,
      nombre: 'Calidad',
      pregunta: '¿En qué calidad representa quien entra?',
      aplica: entraRepresentante,
      esquema: z.object({
        representacion: linea.refine((v) => calidadRepresentacion(v) !== undefined, {
          error: 'Elija en qué calidad representa.',
        }),
      }),
      pagina: (c) => (
        <Radios
          {...c.campo.texto('representacion')}
          etiqueta="Calidad"
          opciones={CALIDADES_REPRESENTACION.map((q) => ({ valor: q.codigo, texto: q.nombre }))}
        />
      ),
      resumen: (v) => [
        { clave: 'Calidad', valor: calidadRepresentacion(v.representacion)?.nombre ?? v.representacion },
      ],
      ejemplos: [{ escrito: { representacion: '18' } }],
    }),
    paso<'representante-documento'>({
      slug: 'representante-documento',
      parte: PARTE,
      nombre: 'Documento',
      pregunta: '¿Cuál es el documento de quien entra?',
      aplica: entraRepresentante,
      ...partesDeDocumento(),
      alGuardar: (c, v) => exigirRut(c, v, exigirOtra(c.datos, v)),
      resumen: (v) => [{ clave: 'Documento', valor: documentoEscrito(v) }],
    }),
    paso<'representante-nombres'>({
      slug: 'representante-nombres',
      parte: PARTE,
      nombre: 'Nombres',
      pregunta: '¿Cómo se llama quien entra?',
      aplica: entraRepresentante,
      ...partesDeNombres,
      resumen: (v) => [{ clave: 'Representante', valor: nombreEscrito(v) }],
    }),
    paso<'representante-desde'>({
      slug: 'representante-desde',
      parte: PARTE,
      nombre: 'Desde cuándo representa',
      pregunta: '¿Desde cuándo representa a la entidad?',
      aplica: entraRepresentante,
      ...partesDeFecha(reloj, 'Fecha de inicio', 30),
      resumen: (v) => [{ clave: 'Representa desde', valor: diaEscrito(v) }],
    }),
  ];
  return [
    ...repetidos(REPETIDO, deUnCambio),
    paso<'representante-otra-vez'>({
      slug: 'representante-otra-vez',
      parte: PARTE,
      nombre: 'Otro cambio',
      pregunta: '¿Hay otro cambio en la representación?',
      aplica: toca,
      ...partesDeCierre(REPETIDO),
    }),
  ];
}
