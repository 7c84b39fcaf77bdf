import type { Presentacion } from '@autogestion/documentos';
import type { Evaluacion, Solicitante } from '@autogestion/normas/rut';
import type { z } from 'zod';
import { FLUJO_RUT, tipoDeCaso, type TipoDeCaso } from '../../tramites/index.ts';
import { cambiarResponsabilidad, type Cambio } from './cambiar-responsabilidad.ts';
import { delMismoAnio } from './del-mismo-anio.ts';
import { hechosDelRut, quienPide, type HechosDelBorrador, type HechosDelRut } from './hechos-del-rut.ts';
import { plantillaDe, type TextosDeDecision } from './plantilla.ts';
import { actualizadoSegun, DIFERENCIAS } from './verificaciones.ts';

/** What is known besides what the person declares. */
export interface LoQueSeSabe {
  rut: HechosDelRut;
  quien: Solicitante | undefined;
  /** Whether the RUT says what the documents say; missing until an official looked. */
  actualizado: boolean | undefined;
}

interface Retiro<S extends { anio: number }> {
  tipo: string;
  nombre: string;
  /** Last part of its address. */
  camino: string;
  esquema: z.ZodType<S>;
  presentar: (s: S) => Presentacion;
  evaluar: (sabido: LoQueSeSabe, s: S) => Evaluacion;
  decision: TextosDeDecision;
  soportes: string;
  cambio: Cambio;
}

/** Withdrawal of a responsibility as a kind of case: an official verifies it, and the approval changes box 53. */
export function tipoDeRetiro<S extends { anio: number }>(r: Retiro<S>): TipoDeCaso {
  return tipoDeCaso<S>({
    tipo: r.tipo,
    nombre: r.nombre,
    formulario: '1180',
    serie: 'RU',
    rol: 'mesa-rut',
    flujo: FLUJO_RUT,
    cuatroOjos: false,
    esquema: r.esquema,
    presentar: r.presentar,
    documentos: () => [
      { id: 'soportes', nombre: 'Soportes de lo que declara', ayuda: r.soportes, obligatorio: false },
    ],
    verificables: [DIFERENCIAS],
    async comprobar(trx, { titular, solicitud, verificado }) {
      const sabido = {
        rut: await hechosDelRut(trx, titular),
        quien: quienPide(trx, titular),
        actualizado: actualizadoSegun(verificado),
      };
      return delMismoAnio(trx, solicitud.anio, r.evaluar(sabido, solicitud));
    },
    plantilla: (sentido, { evaluacion }) => plantillaDe(sentido, evaluacion, r.decision),
    alAprobar: (trx, caso) => cambiarResponsabilidad(trx, caso, () => r.cambio),
    empezar: `/rut/${r.camino}`,
  });
}

/** With what the RUT said when a draft was opened. */
export const sabidoAlAbrir = ({ rut, quien }: HechosDelBorrador): LoQueSeSabe => ({
  rut,
  quien: quien ?? undefined,
  actualizado: undefined,
});
