import { leerPesos } from '@autogestion/normas/dinero';
import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import {
  casillasDe,
  evaluar,
  leerEntrada,
  planDe,
  type Entrada,
  type EntradaCruda,
  type Evaluacion,
  type Formulario,
} from '@autogestion/normas/formularios/motor';
import { sancionPorExtemporaneidad } from '@autogestion/normas/sanciones';
import { comoQueda, type ComoQueda } from '../vivo/como-queda.ts';
import type { DatosDeFormulario } from '../vivo/lo-que-viaja.ts';

/** The forms that a browser computes by itself: the same code and the same data as the office's. */
const FORMULARIOS: readonly Formulario[] = [FORMULARIO_210];

export interface Motor {
  /** A field was written: what cannot be read leaves the figure that there was. */
  escribir(campo: string, texto: string): void;
  /** How the return stands with what was written. */
  queda(): ComoQueda;
}

/** @param enLaPagina whether the page shows the box */
export function abrirMotor(
  datos: DatosDeFormulario,
  enLaPagina: (clave: string) => boolean,
): Motor | undefined {
  const formulario = FORMULARIOS.find((f) => f.codigo === datos.formulario);
  if (!formulario) return undefined;
  const evaluacion = evaluar(planDe(formulario, datos.anio), entradaDe(datos));
  const casillas = casillasDe(formulario).filter((c) => enLaPagina(c.clave));
  return {
    escribir: (campo, texto) => cambiar(evaluacion, formulario, campo, texto),
    queda() {
      sancionar(evaluacion, datos);
      const { porPagar, aFavor } = datos.claves;
      const saldo = { porPagar: evaluacion.valor(porPagar), aFavor: evaluacion.valor(aFavor) };
      return comoQueda(evaluacion, { resumen: datos.resumen, saldo, casillas });
    },
  };
}

/** The penalty of what is filed late follows what it is reckoned upon (ET 641). */
function sancionar(evaluacion: Evaluacion, { claves, tarde }: DatosDeFormulario): void {
  if (!tarde) return;
  const { sancion, baseTardia } = claves;
  evaluacion.cambiar(sancion, undefined);
  const r = sancionPorExtemporaneidad(
    {
      impuesto: evaluacion.valor(baseTardia.impuesto),
      ingresos: baseTardia.ingresos.reduce((suma, c) => suma + evaluacion.valor(c), 0n),
      patrimonio: 0n,
      saldoAFavor: evaluacion.valor(baseTardia.saldoAFavor),
      meses: tarde.meses,
      emplazado: tarde.emplazado,
      inspeccionado: tarde.inspeccionado,
    },
    tarde.liquidacion,
  );
  if (r.ok && r.valor.final > 0n) evaluacion.cambiar(sancion, r.valor.final, r.valor.explicacion);
}

const entradaDe = ({ valores, filas }: DatosDeFormulario): Entrada => ({
  valores: new Map(valores.map(([clave, v]) => [clave, BigInt(v)])),
  filas: new Map(filas.map(([clave, suyas]) => [clave, suyas.map((f) => f.map(BigInt))])),
  textos: new Map(),
  fijas: new Set(),
});

function cambiar(evaluacion: Evaluacion, formulario: Formulario, campo: string, texto: string): void {
  const [, que, clave = ''] = /^(casilla|hecho)-(.+)$/.exec(campo) ?? [];
  if (que === undefined || !evaluacion.plan.distribucion.puestoDe.has(clave)) return;
  if (texto === '') {
    evaluacion.cambiar(clave, undefined);
    return;
  }
  const cruda = que === 'casilla' ? { casillas: { [clave]: texto } } : hechoEscrito(clave, texto);
  const { entrada, faltas } = leerEntrada(formulario, cruda);
  const valor = entrada.valores.get(clave);
  if (faltas.length === 0 && valor !== undefined) evaluacion.cambiar(clave, valor);
}

/** The engine takes facts as numbers only: what is typed has points and signs. */
function hechoEscrito(clave: string, texto: string): EntradaCruda {
  const leido = leerPesos(texto);
  return { hechos: leido.ok ? { [clave]: Number(leido.valor) } : {} };
}
