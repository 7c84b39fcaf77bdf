import type { Entorno } from '../../plataforma/index.ts';
import { TIPOS_DE_DOCUMENTO } from '../../sello/index.ts';
import { AVISAR_PAGO, trabajoAvisarPago } from './avisar-pago.ts';
import { trabajoAvisarDelBanco } from './banco/banco-de-demostracion.ts';
import { trabajoPreguntarAlBanco } from './banco/oir-al-banco.ts';
import { rutasDelBancoDeDemostracion, rutasEnLinea } from './banco/rutas-del-banco.ts';
import { HACER_PDF, RECIBO_490, tipoRecibo490, trabajoHacerPdf } from './documento-del-recibo.ts';
import { conBancoDeDemostracion, type EntornoDeObligaciones } from './entorno.ts';
import { rutasApiDePagos } from './rutas-api.ts';
import { rutasDePagarVarias } from './rutas-de-varias.ts';
import { rutasDePagos } from './rutas.ts';

/** What the folder of payments gives to its room. */
export function salaDePagos(e: Entorno & EntornoDeObligaciones) {
  const deDemostracion = conBancoDeDemostracion(e.config);
  return {
    tipos: TIPOS_DE_DOCUMENTO.de(tipoRecibo490(e.urlPublica)),
    pide: TIPOS_DE_DOCUMENTO.llamados(RECIBO_490),
    rutas: [
      ...rutasDePagos(e),
      ...rutasDePagarVarias(e),
      ...rutasApiDePagos(e),
      ...(e.banco ? rutasEnLinea(e, e.banco) : []),
      ...(deDemostracion ? rutasDelBancoDeDemostracion(e) : []),
    ],
    trabajos: [
      trabajoAvisarPago(e),
      trabajoHacerPdf(e),
      ...(e.banco ? [trabajoPreguntarAlBanco(e.banco)] : []),
      ...(deDemostracion ? [trabajoAvisarDelBanco(e)] : []),
    ],
    cuando: {
      'obligaciones.pago-registrado': [AVISAR_PAGO],
      'obligaciones.recibo-emitido': [HACER_PDF],
    },
  };
}
