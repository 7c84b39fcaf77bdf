import {
  CALIDADES_REPRESENTACION,
  calidadRepresentacion,
  claveDe,
  nombreDePersona,
} from '@autogestion/normas/rut';
import { z } from 'zod';
import { Radios } from '../../../../interfaz/index.ts';
import type { Paso } from '../../../../interfaz/recorrido/index.ts';
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
  diaEscrito,
  documentoEscrito,
  exigirRut,
  nombreEscrito,
  partesDeAccion,
  partesDeCual,
  partesDeDocumento,
  partesDeFecha,
  partesDeNombres,
} from './comun.tsx';

const PARTE = 'Representación';
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

const losDeHoy = (d: DatosActualizacion) =>
  (hechosDe(d).registro.representantes ?? []).map((r) => ({
    clave: claveDe(r, r.representacion),
    nombre: `${nombreDePersona(r)}, ${calidadRepresentacion(r.representacion)?.nombre.toLocaleLowerCase('es-CO') ?? r.representacion}`,
  }));

/** Sheet 3 (boxes 98 to 107). */
export function pasosRepresentante(reloj: Reloj): Paso<Respuestas, Hechos>[] {
  return [
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
      alGuardar: exigirRut,
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
}
