import { sumarDias } from '@autogestion/normas/fechas';
import { fechaQuizas } from '../../../interfaz/preguntas/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import { preguntas } from '../tipos.ts';

/** Further back than any fine that could still be asked for; a slip of the finger before that. */
const ATRAS_EN_DIAS = 3_660;

/** The day of the fact, for the month of ET 658-3. Who does not know it leaves it empty. */
export const preguntaCuando = (reloj: Reloj) =>
  preguntas()
    .parte('Desde cuándo')
    .paso(
      'cuando',
      { nombre: 'Desde cuándo', pregunta: '¿Qué día cambió?' },
      fechaQuizas({
        etiqueta: 'Día del cambio',
        rotulo: 'Día del cambio',
        ayuda: 'Por ejemplo, 15 1 2026',
        antes:
          'Lo que cambia se actualiza dentro del mes siguiente (ET 658-3). Con el día le decimos hasta cuándo tenía plazo y, si ya pasó, de cuánto es la multa. Si cambiaron varias cosas, escriba el día de la primera.',
        ninguna: 'No lo dijo',
        limites: () => {
          const hoy = reloj.hoy();
          return { nombre: 'La fecha del cambio', desde: sumarDias(hoy, -ATRAS_EN_DIAS), hasta: hoy };
        },
      }),
    );
