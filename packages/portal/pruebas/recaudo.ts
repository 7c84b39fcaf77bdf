/** A payment as a bank writes it in its file. */
export interface PagoEnArchivo {
  recibo: string;
  /** Pesos. */
  valor: bigint | number;
  operacion?: string;
  autorizacion?: string;
  sucursal?: string;
}

interface ComoEsElArchivo {
  dia?: string;
  banco?: string;
  modificador?: string;
  /** How many payments in each lot; all in one unless told. */
  porLote?: number;
}

const linea = (texto: string): string => texto.padEnd(162);
const cifras = (n: bigint | number, largo: number): string => String(n).padStart(largo, '0');

/** The lines of a collection file Asobancaria 2001, right whole: a test spoils what it wants. */
export function lineasDeRecaudo(
  pagos: readonly PagoEnArchivo[],
  { dia = '2026-03-10', banco = '007', modificador = 'A', porLote = pagos.length || 1 }: ComoEsElArchivo = {},
): string[] {
  const compacto = dia.replaceAll('-', '');
  const lineas = [
    linea(`018001972684${compacto}${banco}${cifras(12345, 17)}${compacto}1830${modificador}01`),
  ];
  for (let desde = 0, lote = 1; desde < pagos.length; desde += porLote, lote += 1) {
    const suyos = pagos.slice(desde, desde + porLote);
    lineas.push(linea(`05${cifras(800197268, 13)}${cifras(lote, 4)}`));
    for (const [i, p] of suyos.entries()) {
      const n = desde + i + 1;
      lineas.push(
        linea(
          `06${p.recibo.padStart(48, '0')}${cifras(BigInt(p.valor) * 100n, 14)}0101${
            p.operacion ?? cifras(n, 6)
          }${p.autorizacion ?? '000000'}${banco}${p.sucursal ?? '0001'}${cifras(n, 7)}000`,
        ),
      );
    }
    lineas.push(linea(`08${control(suyos)}${cifras(lote, 4)}`));
  }
  return [...lineas, linea(`09${control(pagos)}`)];
}

const control = (pagos: readonly PagoEnArchivo[]): string =>
  `${cifras(pagos.length, 9)}${cifras(pagos.reduce((s, p) => s + BigInt(p.valor), 0n) * 100n, 18)}`;

export const archivoDeRecaudo = (...a: Parameters<typeof lineasDeRecaudo>): Buffer =>
  Buffer.from(`${lineasDeRecaudo(...a).join('\r\n')}\r\n`, 'latin1');
