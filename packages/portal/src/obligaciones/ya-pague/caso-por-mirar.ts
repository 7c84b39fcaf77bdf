import { LEY_962 } from '@autogestion/normas/correcciones';
import type { EstadoCondicion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { llamar, nombreDelActor } from '../../plataforma/index.ts';
import { FLUJO_PETICION, tipoDeCaso, type TipoDeCaso } from '../../tramites/index.ts';
import { asientosEnJson } from '../libro/index.ts';
import { buscarLoPagado, type Hallada, type Hallazgos } from './buscar.ts';
import { Dicho, filasDeLoDicho } from './dicho.ts';
import { asientosDe } from './mover.ts';

export const PAGO_NO_VISTO = 'obligaciones.pago-no-visto';
const PAGO_A_OTRO_NIT = 'obligaciones.pago-a-otro-nit';
const PAGO_SIN_DUENO = 'obligaciones.pago-sin-dueno';
export const COMPROBANTE = 'comprobante-de-pago';

/**
 * What is asked. Where the payment is, is not written: it is looked for again when it is decided, so that nothing of
 * another taxpayer's stands in the file of this one.
 */
export const PorMirar = z.object({
  dicho: Dicho,
  /** Public identifier of the debt that the proposal would pay. */
  deuda: z.string().optional(),
  /** Why it was proposed, as the person read it. */
  razon: z.string().optional(),
  relato: z.string().optional(),
});
export type PorMirar = z.output<typeof PorMirar>;

/** The one that pays that debt; among those of another NIT or of one's own, as the kind of case is. */
export const laDe = ({ halladas, libro }: Hallazgos, deuda: string | undefined): Hallada | undefined => {
  const obligacion = libro.obligaciones.find((o) => o.idPublico === deuda)?.id ?? null;
  return halladas.find((h) => h.propuesta.obligacion === obligacion);
};

/** Of which kind is the case in which a proposal is decided. */
export function tipoDeLaPropuesta({ causa, ajeno }: Hallada['propuesta']): string {
  if (causa === 'sin-dueno') return PAGO_SIN_DUENO;
  return ajeno ? PAGO_A_OTRO_NIT : PAGO_NO_VISTO;
}

const SIN_RAZONES = 'razones-para-no-abonarlo';

const RAZON: Readonly<Record<EstadoCondicion, string>> = {
  cumple: 'El pago se halló, y sobra donde quedó.',
  'no-cumple': 'La oficina halló razones para no abonarlo: lea cuáles.',
  'no-se-sabe': 'Un funcionario mira dónde quedó el pago.',
};

/** An official looks at it. What stands under another NIT, or under none, is decided by two. */
const tipoPorMirar = ({
  tipo,
  nombre,
  deDos,
}: {
  tipo: string;
  nombre: string;
  deDos: boolean;
}): TipoDeCaso =>
  tipoDeCaso<PorMirar>({
    tipo,
    nombre,
    serie: 'OB',
    rol: 'obligaciones',
    flujo: { ...FLUJO_PETICION, nombre: 'Pago que no aparece' },
    cuatroOjos: deDos,
    variosALaVez: true,
    esquema: PorMirar,
    presentar: (s) => ({
      titulo: nombre,
      secciones: [
        {
          titulo: 'Lo que pido',
          parrafos: [
            'Que el pago que digo se abone a mi deuda, con la fecha en que pagué.',
            ...(s.razon === undefined ? [] : [s.razon]),
          ],
          filas: filasDeLoDicho(s.dicho),
        },
        ...(s.relato === undefined ? [] : [{ titulo: 'Qué pasó', parrafos: s.relato.split('\n') }]),
      ],
    }),
    documentos: () => [
      {
        id: COMPROBANTE,
        nombre: 'Comprobante del pago',
        ayuda: 'El del banco, o el recibo 490 con el sello o la constancia del pago.',
        obligatorio: false,
      },
    ],
    verificables: [
      { id: SIN_RAZONES, que: 'Razones para no abonarlo: no entró, ya pagó otra deuda o es de otra persona' },
    ],
    async comprobar(trx, { titular, solicitud, verificado }) {
      const hallada = laDe(await buscarLoPagado(trx, { titular, dicho: solicitud.dicho }), solicitud.deuda);
      const visto = verificado[SIN_RAZONES];
      const sobra = hallada !== undefined && hallada.movimientos.length > 0 && !deDos;
      const estado: EstadoCondicion =
        visto === 'hay' ? 'no-cumple' : visto === 'no-hay' || sobra ? 'cumple' : 'no-se-sabe';
      const condicion = { id: SIN_RAZONES, estado, razon: RAZON[estado], articulo: LEY_962 } as const;
      return { estado, condiciones: [{ ...condicion, certeza: 'norma', verifica: 'oficina' }] };
    },
    plantilla: (sentido, { solicitud, evaluacion: e }) => ({
      razones:
        sentido === 'atendida'
          ? [
              'Usted dijo que ya había pagado. La oficina revisó sus pagos.',
              ...(solicitud.deuda === undefined
                ? []
                : ['Se halló el pago y se abona a su deuda con la fecha en que pagó. No hay sanción.']),
            ].join('\n')
          : e.estado === 'no-cumple'
            ? 'Usted dijo que ya había pagado. La oficina revisó sus pagos, y no lo abona porque:'
            : '',
      fundamento: LEY_962,
    }),
    async alAprobar(trx, caso) {
      const hallazgos = await buscarLoPagado(trx, { titular: caso.titular, dicho: caso.solicitud.dicho });
      const hallada = laDe(hallazgos, caso.solicitud.deuda);
      if (!hallada || tipoDeLaPropuesta(hallada.propuesta) !== tipo || hallada.movimientos.length === 0)
        return;
      await llamar(trx, 'obligaciones.reimputar_por_caso', {
        caso: caso.id,
        datos: { caso: caso.radicado, razon: hallada.propuesta.razon },
        asientos: asientosEnJson(asientosDe(hallada.movimientos)),
        actor: nombreDelActor(trx.actor),
        ahora: trx.ahora,
      });
    },
    empezar: '/obligaciones/ya-pague',
  });

export const tipoNoVisto = tipoPorMirar({ tipo: PAGO_NO_VISTO, nombre: 'Pago que no aparece', deDos: false });
export const tipoAOtroNit = tipoPorMirar({
  tipo: PAGO_A_OTRO_NIT,
  nombre: 'Pago que quedó en otro NIT',
  deDos: true,
});
export const tipoSinDueno = tipoPorMirar({
  tipo: PAGO_SIN_DUENO,
  nombre: 'Pago que llegó sin dueño conocido',
  deDos: true,
});
