import { codigoBarrasFormulario } from '../codigos/index.ts';
import {
  casillasDelFormulario,
  renderizarFormulario,
  type Disposicion,
  type ValoresDeCasillas,
} from '../formulario-impreso/index.ts';
import { bloquesDeAnexos } from './anexos.ts';
import { datosDe } from './datos.ts';
import { bloquesDeDiferencias, HOJA_DE_DIFERENCIAS } from './diferencias.ts';
import { loQueVale } from './estado.ts';
import { seccionDeFirma } from './firma.ts';
import { DECLARACIONES, type Declaracion } from './formularios.ts';
import type { DeclaranteImpreso, PedidoDeclaracion } from './tipos.ts';

/**
 * A return (210, 2593 or 260) as a PDF, not yet sealed: its boxes, its annexes, how it was signed and, where there are
 * any, its differences with what others reported. The same request gives the same bytes.
 *
 * A draft says so across every page and has no barcode nor QR.
 *
 * @throws RangeError when the form is none of the three, when it waits to be paid and is filed without paying, or when
 * the number or the GLN do not fit the barcode
 */
export async function renderizarDeclaracion(pedido: PedidoDeclaracion): Promise<Uint8Array> {
  const { formulario, anexoDiferencias = [], adjuntos = [], generadoEn, demostracion } = pedido;
  const declaracion = DECLARACIONES[formulario.codigo];
  if (!declaracion) throw new RangeError(`El formulario ${formulario.codigo} no tiene cómo imprimirse.`);
  const firmada = pedido.estado === 'borrador' ? undefined : pedido;
  const firma = seccionDeFirma(firmada?.firma ?? []);
  const casillas = casillasDelFormulario(formulario, conLoDelRegistro(declaracion, pedido), {
    sinSigno: true,
  });
  return renderizarFormulario(conCierre(declaracion.disposicion, firma.seccion), {
    ...loQueVale(declaracion, pedido),
    ...(firmada && {
      codigoBarras: codigoBarrasFormulario(firmada.gln, firmada.numero),
      codigo: firmada.codigo,
      qr: firmada.qr,
    }),
    casillas: [...casillas, ...firma.casillas],
    bloques: [...bloquesDeAnexos(declaracion.disposicion, pedido), ...bloquesDeDiferencias(anexoDiferencias)],
    datos: datosDe(pedido),
    adjuntos,
    generadoEn,
    demostracion,
  });
}

/** What the return says of who declares and, where it says nothing, what the register does. */
function conLoDelRegistro(
  { numero, delRegistro }: Declaracion,
  { valores, declarante, ...pedido }: PedidoDeclaracion,
): ValoresDeCasillas {
  const registrados = Object.entries(delRegistro).map(([dato, clave]) => {
    const valor = declarante[dato as keyof DeclaranteImpreso];
    return [clave, valor === undefined ? undefined : String(valor)] as const;
  });
  return {
    ...Object.fromEntries(registrados),
    ...Object.fromEntries(Object.entries(valores).filter(([, valor]) => valor !== undefined)),
    ...('numero' in pedido && { [numero]: pedido.numero }),
  };
}

/** The layout of a return with what its paper ends with. */
function conCierre(
  { hojas: [primera, ...otras], ...disposicion }: Disposicion,
  firma: ReturnType<typeof seccionDeFirma>['seccion'],
): Disposicion {
  const secciones = [...primera.secciones, ...(firma.filas.length > 0 ? [firma] : [])];
  return { ...disposicion, hojas: [{ ...primera, secciones }, ...otras, HOJA_DE_DIFERENCIAS] };
}
