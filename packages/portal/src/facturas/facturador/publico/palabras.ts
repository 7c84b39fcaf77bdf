import { MODALIDADES_DE_NUMERACION, type ModalidadDeNumeracion } from '@autogestion/normas/factura';

/** «Factura electrónica de venta; …»: for which documents somebody has numbers. */
export const enDocumentos = (modalidades: readonly ModalidadDeNumeracion[]): string =>
  modalidades.map((m) => MODALIDADES_DE_NUMERACION[m].nombre).join('; ');
