/** Figures in groups of three. */
export const enNumeros = (n: bigint): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** «FE1 a FE5000»: as the documents carry it. */
export const enRango = ({
  prefijo,
  desde,
  hasta,
}: {
  prefijo: string;
  desde: bigint;
  hasta: bigint;
}): string => `${prefijo}${desde} a ${prefijo}${hasta}`;
