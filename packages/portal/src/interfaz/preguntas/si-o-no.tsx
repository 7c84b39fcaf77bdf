import { z } from 'zod';
import { Radios } from '../componentes/index.ts';
import { deUnCampo } from './de-un-campo.tsx';
import type { Comun, Pregunta } from './pregunta.ts';

interface OpcionesDeSiONo<D> extends Comun<boolean, D> {
  falta?: string;
  /** What each answer says, where «Sí» and «No» are not enough. */
  textos?: { si: string; no: string };
}

/** Yes or no; true is yes. */
export const siONo = <D,>(o: OpcionesDeSiONo<D> = {}): Pregunta<boolean, D> =>
  deUnCampo(o, {
    campo: 'respuesta',
    esquema: z.enum(['si', 'no'], { error: o.falta ?? 'Responda sí o no.' }).transform((v) => v === 'si'),
    control: (p) => (
      <Radios
        {...p}
        opciones={[
          { valor: 'si', texto: o.textos?.si ?? 'Sí' },
          { valor: 'no', texto: o.textos?.no ?? 'No' },
        ]}
      />
    ),
    decir: (v) => (v ? 'Sí' : 'No'),
    escribir: (v) => (v ? 'si' : 'no'),
    ejemplos: ['si', 'no'],
    erroneos: ['', 'quizás'],
  });
