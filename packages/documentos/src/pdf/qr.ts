import { matrizQr } from '../codigos/qr.ts';
import { aplicar, elemento, type Documento, type Elemento } from './documento.ts';
import { COLOR } from './estilo.ts';

/** Light margin that the standard asks of a QR, in modules. */
const MARGEN_QR = 4;

/**
 * The QR with which a document is checked, and under it what to do with it and the code for who cannot scan.
 *
 * @param lado in points, margin included
 */
export function dibujarQr(
  documento: Documento,
  { qr, codigo }: { qr: string; codigo: string },
  { x, y, lado }: { x: number; y: number; lado: number },
): Elemento {
  const { lado: modulos, tramos } = matrizQr(qr);
  const modulo = lado / (modulos + 2 * MARGEN_QR);
  const alt = 'Código QR con la dirección de verificación y una declaración firmada por la oficina';
  const figura = elemento(documento, 'Figure', { alt, bbox: caja(x, y, lado, lado) }, [
    () => {
      for (const { fila, columna, largo } of tramos) {
        documento.rect(
          x + (columna + MARGEN_QR) * modulo,
          y + (fila + MARGEN_QR) * modulo,
          largo * modulo,
          modulo,
        );
      }
      documento.fill('#000000');
    },
  ]);
  const texto = elemento(documento, 'Caption', {}, [
    () => {
      aplicar(documento, { fuente: 'seminegra', tamano: 6.4, color: COLOR.tinta });
      documento.text('Escanee para comprobar este documento', x - 4, y + lado, {
        width: lado + 8,
        align: 'center',
      });
      aplicar(documento, { fuente: 'regular', tamano: 6.4, color: COLOR.tinta });
      documento.text(`o escriba el código ${codigo}`, x - 14, y + lado + 9, {
        width: lado + 14,
        align: 'right',
      });
    },
  ]);
  return elemento(documento, 'Sect', {}, [figura, texto]);
}

export function caja(x: number, y: number, ancho: number, alto: number): [number, number, number, number] {
  return [x, y, x + ancho, y + alto];
}
