import { analizarFecha, formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { CampoFecha } from '../../../interfaz/index.ts';
import type { Paso } from '../../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../../plataforma/index.ts';
import { paso, type Hechos, type Respuestas } from '../tipos.ts';

const parte = z.string().default('');
/** Further back than any fine that could still be asked for; a slip of the finger before that. */
const ATRAS_EN_DIAS = 3_660;

/** The day of the fact, for the month of ET 658-3. Who does not know it leaves it empty. */
export function pasoCuando(reloj: Reloj): Paso<Respuestas, Hechos> {
  const esquema = z
    .object({ 'fecha-dia': parte, 'fecha-mes': parte, 'fecha-anio': parte })
    .transform((f, ctx): { fecha?: Fecha } => {
      const [dia, mes, anio] = [f['fecha-dia'], f['fecha-mes'], f['fecha-anio']];
      if (`${dia}${mes}${anio}`.trim() === '') return {};
      const hoy = reloj.hoy();
      const limites = { nombre: 'La fecha del cambio', desde: sumarDias(hoy, -ATRAS_EN_DIAS), hasta: hoy };
      const leida = analizarFecha({ dia, mes, anio }, limites);
      if (leida.ok) return { fecha: leida.valor };
      ctx.addIssue({ code: 'custom', message: leida.mensaje, path: ['fecha'] });
      return z.NEVER;
    });
  return paso<'cuando'>({
    slug: 'cuando',
    parte: 'Desde cuándo',
    nombre: 'Desde cuándo',
    pregunta: '¿Qué día cambió?',
    esquema,
    pagina: (c) => (
      <>
        <p class="govuk-body">
          Lo que cambia se actualiza dentro del mes siguiente (ET 658-3). Con el día le decimos hasta cuándo
          tenía plazo y, si ya pasó, de cuánto es la multa. Si cambiaron varias cosas, escriba el día de la
          primera.
        </p>
        <CampoFecha
          {...c.campo.fecha('fecha')}
          etiqueta="Día del cambio"
          opcional
          ayuda="Por ejemplo, 15 1 2026"
        />
      </>
    ),
    resumen: (v) => [{ clave: 'Día del cambio', valor: v.fecha ? formatearFecha(v.fecha) : 'No lo dijo' }],
    ejemplos: [
      { escrito: {} },
      { escrito: { 'fecha-dia': '15', 'fecha-mes': 'enero', 'fecha-anio': '2026' } },
    ],
  });
}
