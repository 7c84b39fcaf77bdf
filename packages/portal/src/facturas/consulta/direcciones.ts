/** Where anybody asks for a document by its QR or its code. */
export const CONSULTAR = '/facturas/consultar';
