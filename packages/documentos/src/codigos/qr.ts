import { create } from 'qrcode';

interface MatrizQr {
  /** 1 to 40; a side has 17 + 4 × version modules. */
  version: number;
  lado: number;
  /** Horizontal runs of dark modules. */
  tramos: { fila: number; columna: number; largo: number }[];
}

/**
 * QR of level M, which survives 15 % of damage: it is printed, folded and photographed.
 * @throws when the text does not fit (over 2 331 bytes)
 */
export function matrizQr(texto: string): MatrizQr {
  const { modules, version } = create(texto, { errorCorrectionLevel: 'M' });
  const lado = modules.size;
  const tramos: MatrizQr['tramos'] = [];
  for (let fila = 0; fila < lado; fila++) {
    let inicio = -1;
    for (let columna = 0; columna <= lado; columna++) {
      const oscuro = columna < lado && modules.get(fila, columna) === 1;
      if (oscuro && inicio < 0) inicio = columna;
      if (!oscuro && inicio >= 0) {
        tramos.push({ fila, columna: inicio, largo: columna - inicio });
        inicio = -1;
      }
    }
  }
  return { version, lado, tramos };
}
