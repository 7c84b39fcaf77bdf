import { clasificarError, ERRORES } from '@autogestion/normas/correcciones';
import type { CampoErrado, ClasificacionDelError } from '@autogestion/normas/correcciones';
import { definidos } from '@autogestion/normas/definidos';
import { formatearFecha } from '@autogestion/normas/fechas';
import { dia, falta, leerCampos, opcionesDe, pesos, unoDe } from './campos.ts';
import { buscarElPago, pagoEnJson } from './correccion-pago.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { leePorLineas, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

const SI_NO = { si: true, no: false };
const CAMPOS_ERRADOS = Object.fromEntries(Object.keys(ERRORES).map((c) => [c, c])) as Record<
  CampoErrado,
  CampoErrado
>;

const CAMPOS = {
  campo: unoDe(CAMPOS_ERRADOS, 'campo', 'error'),
  documento: unoDe({ recibo: 'recibo', declaracion: 'declaracion' } as const, 'documento'),
  cambiaElImpuesto: unoDe(SI_NO, 'cambiaElImpuesto'),
  saldoPedido: unoDe(SI_NO, 'saldoPedido'),
  diferenciaDeCriterio: unoDe(SI_NO, 'diferenciaDeCriterio'),
  pagaMas: pesos('pagaMas', 'mayorValor'),
  pagaMenos: pesos('pagaMenos', 'menorValor'),
  vence: dia('vence', 'vencimiento'),
  dia: dia('dia'),
};

function clasificar(pregunta: Pregunta): ClasificacionDelError {
  const { campo, documento = 'declaracion', pagaMas, pagaMenos, ...mas } = leerCampos(CAMPOS, pregunta);
  if (campo === undefined) throw falta('campo', `Diga qué quedó mal: ${Object.keys(ERRORES).join(', ')}.`);
  if (pagaMas !== undefined && pagaMenos !== undefined) {
    throw new ErrorDeUso('dato-repetido', 'Diga si paga más o si paga menos, no las dos.', 'pagaMenos');
  }
  const diferencia = pagaMas ?? (pagaMenos === undefined ? undefined : -pagaMenos);
  const r = clasificarError({ campo, documento, ...definidos({ diferencia, ...mas }) });
  if (!r.ok) throw new ErrorDeUso(r.codigo, r.mensaje, 'campo');
  return r.valor;
}

function enTexto({ razon, norma, queHacer, plazo }: ClasificacionDelError): string {
  return [
    `${razon.replace(/\.$/, '')} (${norma}).`,
    queHacer,
    ...(plazo ? [`Se puede hasta el ${formatearFecha(plazo.hasta)} (${plazo.norma}).`] : []),
  ].join('\n');
}

export const ordenCorreccion: Orden = {
  uso: 'correccion --campo CAMPO [--documento recibo|declaracion] [--cambia-el-impuesto si|no] [--paga-mas P | --paga-menos P] [--vence FECHA] [--dia FECHA] [--json] | correccion --entrada - | correccion pago --entrada -',
  ayuda: 'Si un error se corrige de una vez y sin sanción, o no; y a qué deuda va un pago extraviado',
  opciones: { ...opcionesDe(CAMPOS), json: { type: 'boolean' }, entrada: { type: 'string' } },
  async ejecutar({ argumentos: [que, ...sobran], opciones: { json, entrada, ...datos } }) {
    if ((que !== undefined && que !== 'pago') || sobran.length > 0) {
      throw new ErrorDeUso('opcion', `No se esperaba «${[que, ...sobran].join(' ')}».`);
    }
    if (que === 'pago') {
      if (!leePorLineas(entrada)) throw falta('entrada', 'Las deudas y los pagos se leen con --entrada -.');
      return porLineas((pregunta) => pagoEnJson(buscarElPago(pregunta)));
    }
    if (leePorLineas(entrada)) return porLineas((pregunta) => JSON.stringify(clasificar(pregunta)));
    const clasificacion = clasificar(datos);
    console.log(json ? JSON.stringify(clasificacion) : enTexto(clasificacion));
    return 0;
  },
};
