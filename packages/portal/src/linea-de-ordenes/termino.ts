import { definidos } from '@autogestion/normas/definidos';
import { explicacionEnJson, explicacionEnTexto } from '@autogestion/normas/explicacion';
import type { Fecha } from '@autogestion/normas/fechas';
import {
  computarTermino,
  terminoDe,
  TERMINOS,
  TERMINOS_DEL_PROCEDIMIENTO,
  terminoDelProcedimiento,
} from '@autogestion/normas/terminos';
import type { Computo, HechosDelProcedimiento, Termino } from '@autogestion/normas/terminos';
import { dia, entero, falta, leerCampos, opcionesDe, siNo } from './campos.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Orden } from './orden.ts';
import { comoTexto, leePorLineas, porLineas } from './por-lineas.ts';
import type { Pregunta } from './por-lineas.ts';

/** What the terms of the tax procedure look at; each says what it uses. */
const DEL_PROCEDIMIENTO = {
  vence: dia('vence', 'vencimiento'),
  presentada: dia('presentada', 'presenta', 'presentacion'),
  devolucion: dia('devolucion', 'solicitudDevolucion'),
  notificada: dia('notificada', 'notificacion'),
  respuesta: dia('respuesta', 'vencioRespuesta'),
  ceso: dia('ceso'),
  interpuesto: dia('interpuesto', 'recurso'),
  correccion: dia('correccion'),
  ejecutoria: dia('ejecutoria'),
  mandamiento: dia('mandamiento'),
  inspeccion: dia('inspeccion'),
  emplazamiento: dia('emplazamiento'),
  larga: siNo('larga', 'perdida', 'preciosDeTransferencia'),
};

/** What any other term takes: from when it runs, and whether it was extended. */
const CAMPOS = {
  ...DEL_PROCEDIMIENTO,
  desde: dia('desde'),
  prorroga: entero(1_000, 'prorroga'),
  avisada: dia('avisada', 'prorrogaAvisada'),
  explicar: siNo('explicar'),
};

interface Contado {
  termino: Termino;
  computo: Computo;
  explicar: boolean;
}

function contar(cual: string, pregunta: Pregunta): Contado {
  const { desde, prorroga, avisada, explicar = false, ...hechos } = leerCampos(CAMPOS, pregunta);
  const esDelProcedimiento = TERMINOS_DEL_PROCEDIMIENTO.some((t) => t.id === cual || t.articulo === cual);
  if (esDelProcedimiento && desde === undefined) {
    if (prorroga !== undefined || avisada !== undefined) {
      throw new ErrorDeUso('prorroga-no-procede', 'La ley no permite prorrogar este término.', 'prorroga');
    }
    return { ...delProcedimiento(cual, definidos(hechos)), explicar };
  }
  const ajeno = Object.keys(definidos(hechos))[0];
  if (ajeno !== undefined) {
    throw new ErrorDeUso('hecho-ajeno', `«${ajeno}» no va con este término: diga «desde».`, ajeno);
  }
  if (desde === undefined)
    throw falta('desde', 'Diga desde cuándo se cuenta: la radicación o la notificación.');
  const extendido = laProrroga(prorroga, avisada);
  return { ...deLaTabla(cual, desde, extendido), explicar };
}

function delProcedimiento(cual: string, hechos: HechosDelProcedimiento): Omit<Contado, 'explicar'> {
  const r = terminoDelProcedimiento(cual, hechos);
  if (!r.ok) throw new ErrorDeUso(r.codigo, r.mensaje, r.hecho);
  return { termino: r.valor.termino, computo: r.valor };
}

function laProrroga(cantidad: number | undefined, avisada: Fecha | undefined) {
  if (cantidad === undefined && avisada === undefined) return undefined;
  if (cantidad === undefined) throw falta('prorroga', 'Diga a cuánto llega el término con la prórroga.');
  if (avisada === undefined) throw falta('avisada', 'Diga qué día se avisó la prórroga.');
  return { cantidad, avisada, motivo: 'se avisó una prórroga' };
}

function deLaTabla(
  cual: string,
  desde: Fecha,
  prorroga: ReturnType<typeof laProrroga>,
): Omit<Contado, 'explicar'> {
  const [porArticulo] = TERMINOS_DEL_PROCEDIMIENTO.filter((t) => t.articulo === cual);
  const termino = terminoDe(porArticulo?.id ?? cual, desde);
  if (!termino.ok) throw new ErrorDeUso(termino.codigo, termino.mensaje, 'termino');
  const computo = computarTermino(termino.valor, { desde, ...definidos({ prorroga }) });
  if (!computo.ok) throw new ErrorDeUso(computo.codigo, computo.mensaje, 'desde');
  return { termino: termino.valor, computo: computo.valor };
}

function enJson({ termino: t, computo: c, explicar }: Contado): string {
  return JSON.stringify({
    termino: t.id,
    nombre: t.nombre,
    norma: t.norma,
    cantidad: t.cantidad,
    unidad: t.unidad,
    desde: c.desde,
    vence: c.vence,
    vencimientoInicial: c.vencimientoInicial,
    ...(explicar && { explicacion: explicacionEnJson(c.explicacion) }),
  });
}

function deLinea(nombre: string | undefined, { termino, ...pregunta }: Pregunta): string {
  return enJson(contar(exigirNombre(nombre ?? comoTexto(termino)), pregunta));
}

function exigirNombre(cual: string | undefined): string {
  if (cual) return cual;
  const mensaje = 'Diga cuál término, por su nombre o su artículo. «termino lista» los dice todos.';
  throw new ErrorDeUso('termino', mensaje, 'termino');
}

function lista(): string {
  const usa = (id: string) => TERMINOS_DEL_PROCEDIMIENTO.find((t) => t.id === id)?.usa.join(', ') ?? 'desde';
  return TERMINOS.map((t) => `${t.id.padEnd(28)} ${t.norma}: para ${t.nombre} (${usa(t.id)})`).join('\n');
}

export const ordenTermino: Orden = {
  uso: 'termino NOMBRE|ARTÍCULO [--desde F | --vence F --presentada F …] [--explicar] [--json] | termino lista | termino [NOMBRE] --entrada -',
  ayuda: 'Cuándo vence un término, y qué días cuentan',
  opciones: { ...opcionesDe(CAMPOS), json: { type: 'boolean' }, entrada: { type: 'string' } },
  async ejecutar({ argumentos: [nombre, ...sobran], opciones: { json, entrada, ...datos } }) {
    if (sobran.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${sobran.join(' ')}».`);
    if (leePorLineas(entrada)) return porLineas((pregunta) => deLinea(nombre, pregunta));
    if (nombre === 'lista') console.log(json ? JSON.stringify(TERMINOS) : lista());
    else {
      const contado = contar(exigirNombre(nombre), datos);
      console.log(json ? enJson(contado) : explicacionEnTexto(contado.computo.explicacion));
    }
    return 0;
  },
};
