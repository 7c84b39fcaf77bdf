import { describe, expect, it } from 'vitest';
import type { DocumentoElectronico } from '../revision/index.ts';
import { avanceDelSet, revisarDocumentoDePrueba } from './set-de-prueba.ts';

const SUYO = { nit: '900000101', softwareId: '00000000-0000-4000-8000-000000000001' };
const documento = (cambios: Partial<DocumentoElectronico> = {}) =>
  ({
    raiz: 'Invoice',
    tipo: '01',
    numero: 'SETP990000002',
    ambiente: '2',
    emisor: { numero: SUYO.nit },
    extension: { softwareId: SUYO.softwareId, numeracion: { autorizacion: '18760000001' } },
    ...cambios,
  }) as DocumentoElectronico;
const reglas = (cambios: Partial<DocumentoElectronico>) =>
  revisarDocumentoDePrueba(documento(cambios), SUYO).map((h) => h.regla);

describe('el set de pruebas', () => {
  it('se completa con dos facturas y una nota de cada clase', () => {
    expect(avanceDelSet([]).completo).toBe(false);
    expect(avanceDelSet(['factura', 'nota-credito', 'nota-debito']).completo).toBe(false);
    expect(avanceDelSet(['factura', 'factura', 'nota-credito', 'nota-debito'])).toEqual({
      clases: [
        { clase: 'factura', pide: 2, van: 2 },
        { clase: 'nota-credito', pide: 1, van: 1 },
        { clase: 'nota-debito', pide: 1, van: 1 },
      ],
      completo: true,
    });
  });

  it('cada documento es de quien se habilita, de su software, de pruebas y del rango público', () => {
    expect(reglas({})).toEqual([]);
    expect(reglas({ ambiente: '1' })).toEqual(['FAD']);
    expect(reglas({ emisor: { numero: '900000102' } as DocumentoElectronico['emisor'] })).toEqual(['FAJ']);
    expect(reglas({ numero: 'SETP989999999' })).toEqual(['FAB10']);
    expect(reglas({ numero: 'OTRO990000002' })).toEqual(['FAB10']);
    expect(reglas({ extension: undefined })).toEqual(['FAB', 'FAB05']);
    expect(reglas({ raiz: 'CreditNote', tipo: '91', numero: 'NC1' })).toEqual([]);
    expect(reglas({ tipo: '05' })).toEqual(['DSAD']);
  });
});
