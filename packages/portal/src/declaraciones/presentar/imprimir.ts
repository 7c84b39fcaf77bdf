import {
  GLN_DEMOSTRACION,
  renderizarDeclaracion,
  valoresDeEvaluacion,
  type PedidoDeclaracion,
} from '@autogestion/documentos';
import {
  casillasDe,
  evaluar,
  leerEntrada,
  planDe,
  type Formulario,
} from '@autogestion/normas/formularios/motor';
import type { ParaDibujar } from '../../firma/index.ts';
import { claseDe } from '../clases/index.ts';
import type { ActoDePresentar } from './acto.ts';

/** The signed document of a return: its printed form, with everything that proves the signature inside. */
export const imprimirFirmada = (acto: ActoDePresentar, para: ParaDibujar): Promise<Uint8Array> =>
  renderizarDeclaracion({
    ...loImpreso(acto),
    estado:
      claseDe(acto.formulario).formalizaElPago && totalDe(acto) > 0 ? 'pendiente-de-pago' : 'presentada',
    numero: acto.numero,
    radicado: para.radicado,
    presentadaEn: para.firmadoEn,
    declarante: para.titular,
    firma: para.firma,
    adjuntos: para.adjuntos,
    gln: GLN_DEMOSTRACION,
    codigo: para.codigo,
    qr: para.qr,
    generadoEn: para.generadoEn,
    demostracion: para.demostracion,
  });

/** A return that nobody has signed, as it would be filed now: it says that it is a draft on every page. */
export const imprimirBorrador = (
  acto: ActoDePresentar,
  para: Pick<PedidoDeclaracion, 'declarante' | 'generadoEn' | 'demostracion'>,
): Promise<Uint8Array> => renderizarDeclaracion({ ...loImpreso(acto), ...para, estado: 'borrador' });

/** «210-2025-21000000001542» */
export const nombreDelImpreso = ({ formulario, anio, numero }: ActoDePresentar): string =>
  `${formulario}-${anio}-${numero}`;

const totalDe = ({ posiciones }: ActoDePresentar): number =>
  posiciones.reduce((suma, p) => suma + p.impuesto + p.sancion, 0);

/** What a return says, out of the act alone: what is computed of its rows is computed again, and its boxes are the signed ones. */
function loImpreso(
  acto: ActoDePresentar,
): Pick<PedidoDeclaracion, 'formulario' | 'valores' | 'filas' | 'anexoDiferencias'> {
  const { formulario, reunir } = claseDe(acto.formulario);
  const { anio, casillas, hechos, anexos } = acto;
  const cruda = { casillas: soloEscritas(formulario, casillas), hechos, anexos };
  const { entrada } = leerEntrada(formulario, reunir({ cruda, temas: {}, anio }).cruda);
  const { filas } = valoresDeEvaluacion(evaluar(planDe(formulario, anio), entrada), entrada, anexos);
  return {
    formulario,
    valores: Object.fromEntries(
      casillasDe(formulario).flatMap(({ clave, formula }) => {
        const valor = casillas[clave] ?? (formula ? 0 : undefined);
        return valor === undefined ? [] : [[clave, typeof valor === 'number' ? BigInt(valor) : valor]];
      }),
    ),
    filas,
    anexoDiferencias: acto.diferencias,
  };
}

function soloEscritas(
  formulario: Formulario,
  casillas: ActoDePresentar['casillas'],
): ActoDePresentar['casillas'] {
  const calculadas = new Set(casillasDe(formulario).flatMap((c) => (c.formula ? [c.clave] : [])));
  return Object.fromEntries(Object.entries(casillas).filter(([clave]) => !calculadas.has(clave)));
}
