import type { Json } from '@autogestion/documentos';
import { VIGENCIA_ANIOS } from '@autogestion/normas/firma';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { z } from 'zod';
import { nombreDe } from '../rut/index.ts';
import { tipoActo, type TipoActo } from './actos.ts';
import { ACUERDO, HASH_DEL_ACUERDO } from './acuerdo.ts';

/** The act with which a person formalises their signature (form 10036) and the one with which they try it. */
export const FORMALIZACION = 'firma.formalizacion';
export const PRUEBA = 'firma.prueba';

const Persona = z.object({ nit: z.string(), dv: z.int(), nombre: z.string() });
const Formalizacion = Persona.extend({
  acuerdo: z.object({ version: z.string(), sha256: z.string() }),
  hasta: z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v)),
});

export const actoDePrueba = (registro: RegistroRut): Json => ({ ...personaDe(registro) });

export const actoDeFormalizacion = (registro: RegistroRut, hasta: Fecha): Json => ({
  ...personaDe(registro),
  acuerdo: { version: ACUERDO.version, sha256: HASH_DEL_ACUERDO.toString('hex') },
  hasta,
});

function personaDe(registro: RegistroRut): { [clave: string]: Json } {
  return { nit: registro.nit, dv: registro.dv, nombre: nombreDe(registro) };
}

const identidad = ({ nit, dv, nombre }: z.output<typeof Persona>) => [
  { clave: 'Nombre', valor: nombre },
  { clave: 'NIT', valor: formatearNit(nit, dv) },
];

/** The acts of this room. */
export const ACTOS_PROPIOS: readonly TipoActo[] = [
  tipoActo({
    tipo: FORMALIZACION,
    esquema: Formalizacion,
    nombre: 'Formalización de la firma electrónica',
    formulario: '10036',
    presentar({ acuerdo, hasta, ...persona }) {
      return {
        titulo: 'Formalización de la firma electrónica',
        secciones: [
          { titulo: 'Quién', filas: identidad(persona) },
          {
            titulo: 'Qué formaliza',
            parrafos: [
              'Recibe una firma electrónica a su nombre, con la que firmará sus actos ante esta oficina, y confirma que aceptó el acuerdo de uso.',
            ],
            filas: [
              { clave: 'Acuerdo aceptado', valor: `Versión ${acuerdo.version}` },
              { clave: 'Huella del acuerdo (SHA-256)', valor: acuerdo.sha256 },
              { clave: 'Duración', valor: `${VIGENCIA_ANIOS} años, hasta el ${formatearFecha(hasta)}` },
            ],
          },
          { titulo: ACUERDO.titulo, parrafos: [...ACUERDO.parrafos] },
        ],
      };
    },
  }),
  tipoActo({
    tipo: PRUEBA,
    esquema: Persona,
    nombre: 'Prueba de la firma electrónica',
    presentar: (persona) => ({
      titulo: 'Prueba de su firma electrónica',
      secciones: [
        {
          titulo: 'Qué firma',
          parrafos: [
            'Firma que probó su firma electrónica y que funciona. No presenta ninguna declaración, no inicia ningún trámite y no lo obliga a nada.',
          ],
        },
        { titulo: 'Quién', filas: identidad(persona) },
      ],
    }),
  }),
];
