import { formatearFecha, sumarDias } from '@autogestion/normas/fechas';
import { ultimoDiaParaInformarElCese } from '@autogestion/normas/rut';
import { fecha, siONo, texto, type Limites } from '../../interfaz/preguntas/index.ts';
import { guion } from '../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import {
  alResponder,
  LO_QUE_SE_REVISA,
  preguntaDeNumeracion,
  type HechosDelBorrador,
} from '../procedimiento/index.ts';
import { evaluar } from './evaluar.ts';
import { FICHA, type Leido } from './solicitud.ts';

/** Further back it is a slip of the finger. */
const ATRAS_EN_DIAS = 7_320;

/** An answer that makes it impossible ends the questions. */
const posible = (d: Leido) => alResponder(FICHA, evaluar)(d).estado !== 'no-cumple';
const sinContador = (d: Leido) => d.respuestas.contador === false;

/**
 * Questionnaire of who stopped selling what pays IVA, natural person or entity (ET 614; DUR 1.6.1.2.14 par. 4).
 */
export const preguntasCeseIva = (reloj: Reloj) => {
  const hastaHoy =
    (nombre: string): Limites =>
    () => ({
      nombre,
      desde: sumarDias(reloj.hoy(), -ATRAS_EN_DIAS),
      hasta: reloj.hoy(),
    });
  return guion<HechosDelBorrador>()
    .parte('Lo que dejó de hacer', posible)
    .paso(
      'vende-gravado',
      { nombre: 'Ventas con IVA', pregunta: '¿Todavía vende algo que pague IVA?' },
      siONo({
        rotulo: 'Vende algo con IVA',
        ayuda:
          'Productos o servicios que se facturan con IVA, también a tarifa 0. Si vende menos pero todavía vende, responda Sí.',
      }),
    )
    .paso(
      'cese',
      { nombre: 'Cuándo dejó', pregunta: '¿Qué día dejó de vender lo que paga IVA?' },
      fecha({
        etiqueta: 'Último día',
        ayuda: 'Por ejemplo, 15 1 2026',
        antes:
          'Se informa dentro de los 30 días siguientes (ET 614); la oficina entiende que son hábiles. Aunque ya hayan pasado, infórmelo: hasta que lo haga sigue debiendo presentar la declaración de IVA.',
        limites: hastaHoy('El día en que dejó de vender'),
        rotulo: 'Dejó de vender con IVA',
        ademas: (dia) => {
          const ultimo = ultimoDiaParaInformarElCese(dia);
          const plazo = formatearFecha(ultimo);
          return [
            {
              rotulo: 'Plazo para informarlo',
              valor: ultimo < reloj.hoy() ? `Venció el ${plazo}` : `Hasta el ${plazo}`,
            },
          ];
        },
      }),
    )
    .paso(
      'inventario',
      { nombre: 'Mercancía', pregunta: '¿Le queda mercancía por vender?' },
      siONo({
        etiqueta: 'Mercancía por vender',
        rotulo: 'Mercancía por vender',
        ayuda:
          'Productos que compró o hizo para vender y que pagan IVA (DUR 1.6.1.2.14 par. 4). Si presta servicios, responda No.',
      }),
    )
    .parte('El soporte', posible)
    .paso(
      'contador',
      { nombre: 'Contador', pregunta: '¿Debe tener contador o revisor fiscal?' },
      siONo({
        etiqueta: 'Contador o revisor fiscal',
        rotulo: 'Debe tener contador',
        ayuda:
          'Si debe tenerlo, adjunta su certificación de que no hay más operaciones con IVA ni mercancía. Si no, basta con lo que usted firma aquí (DUR 1.6.1.2.14 par. 4).',
      }),
    )
    .paso(
      'nueva-actividad',
      {
        nombre: 'Nueva actividad',
        pregunta: '¿A qué se dedica ahora?',
        aplica: sinContador,
      },
      texto({
        campo: 'actividad',
        que: 'La nueva actividad',
        falta: 'Escriba a qué se dedica ahora.',
        minimo: 3,
        maximo: 200,
        etiqueta: 'Su nueva actividad',
        ayuda: 'Con sus palabras. Si además cambia la actividad de su RUT, actualícelo aparte.',
        ejemplos: [{ actividad: 'Empleado de una panadería' }],
      }),
    )
    .paso(
      'nueva-desde',
      {
        nombre: 'Desde cuándo',
        pregunta: '¿Desde qué día se dedica a eso?',
        aplica: (d) => sinContador(d) && d.respuestas['nueva-actividad'] !== undefined,
      },
      fecha({
        etiqueta: 'Primer día',
        ayuda: 'Por ejemplo, 1 2 2026',
        rotulo: 'Se dedica a eso desde el',
        limites: hastaHoy('El día en que empezó'),
        ejemplos: [{ 'fecha-dia': '1', 'fecha-mes': '2', 'fecha-anio': '2026' }],
      }),
    )
    .parte(LO_QUE_SE_REVISA, posible)
    .paso(
      ...preguntaDeNumeracion(
        'Antes de pedirlo hay que inhabilitar los que no se usaron (DUR 1.6.1.2.14 par. 4 inc. 3).',
      ),
    );
};
