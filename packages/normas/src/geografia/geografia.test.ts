import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buscarMunicipios,
  CODIGO_COLOMBIA,
  departamento,
  DEPARTAMENTOS,
  municipio,
  MUNICIPIOS,
  municipiosDe,
  nombreCompleto,
  nombreCortoSeccional,
  pais,
  PAISES,
  seccional,
  SECCIONALES,
  seccionalDeMunicipio,
} from './index.ts';

describe('DIVIPOLA', () => {
  it('tiene 33 departamentos (con Bogotá), 1.103 municipios, 18 áreas no municipalizadas y una isla', () => {
    const cuenta = (tipo: string) => MUNICIPIOS.filter((m) => m.tipo === tipo).length;
    expect(DEPARTAMENTOS).toHaveLength(33);
    expect([cuenta('Municipio'), cuenta('Área no municipalizada'), cuenta('Isla')]).toEqual([1103, 18, 1]);
  });

  it('los dos primeros dígitos del municipio son su departamento, y ningún código se repite', () => {
    expect(new Set(MUNICIPIOS.map((m) => m.codigo)).size).toBe(MUNICIPIOS.length);
    for (const m of MUNICIPIOS) {
      expect(m.codigo).toMatch(/^[0-9]{5}$/);
      expect(departamento(m.codigo.slice(0, 2))?.codigo).toBe(m.departamento);
    }
  });

  it('se ordena a la española: la ñ después de la n y las tildes sin peso', () => {
    const santander = municipiosDe('68').map((m) => m.nombre);
    expect(santander).toEqual(santander.toSorted(new Intl.Collator('es').compare));
    expect(santander.indexOf('Cabrera')).toBeLessThan(santander.indexOf('California'));
    const huila = ['Ñame', 'Nátaga', 'Nz', 'Oporapa'].toSorted(new Intl.Collator('es').compare);
    expect(huila).toEqual(['Nátaga', 'Nz', 'Ñame', 'Oporapa']);
  });

  it('un municipio se distingue por su departamento', () => {
    const medellin = municipio('05001');
    expect(medellin && nombreCompleto(medellin)).toBe('Medellín (Antioquia)');
    expect(municipio('00000')).toBeUndefined();
    expect(municipiosDe('00')).toEqual([]);
  });

  it.each([
    ['cali', '76001'],
    ['BOGOTÁ', '11001'],
    ['cucuta', '54001'],
    ['tumaco', '52835'],
    ['medellin (antioquia)', '05001'],
  ])('quien busca «%s» encuentra primero %s', (texto, codigo) => {
    expect(buscarMunicipios(texto)[0]?.codigo).toBe(codigo);
  });

  it('buscar nunca lanza una excepción ni pasa del límite', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: -1, max: 20 }), (texto, limite) => {
        expect(buscarMunicipios(texto, limite).length).toBeLessThanOrEqual(Math.max(0, limite));
      }),
      { numRuns: 40 },
    );
    expect(buscarMunicipios('')).toEqual([]);
    expect(buscarMunicipios('a'.repeat(10_000))).toEqual([]);
  });
});

describe('países', () => {
  it('Colombia es 169 y Venezuela 850', () => {
    expect(pais(CODIGO_COLOMBIA)?.nombre).toBe('Colombia');
    expect(pais('850')?.alfa3).toBe('VEN');
    expect(pais('000')).toBeUndefined();
  });

  it('solo se ofrecen los que tienen código de la DIAN, en orden alfabético', () => {
    expect(PAISES).toHaveLength(228);
    const nombres = PAISES.map((p) => p.nombre);
    expect(nombres).toEqual(nombres.toSorted(new Intl.Collator('es').compare));
    expect(PAISES.every((p) => /^[0-9]{3}$/.test(p.codigo))).toBe(true);
  });
});

describe('direcciones seccionales (casilla 12)', () => {
  it('son 52 y su sede es un municipio que existe', () => {
    expect(SECCIONALES).toHaveLength(52);
    for (const s of SECCIONALES) expect(s.sede === null || municipio(s.sede) !== undefined).toBe(true);
  });

  it('la 32 se imprime «Impuestos de Bogotá»', () => {
    const bogota = seccional('32');
    expect(bogota && nombreCortoSeccional(bogota)).toBe('Impuestos de Bogotá');
  });

  it.each([
    ['11001', '32', 'sede'],
    ['05001', '11', 'sede'],
    ['76834', '21', 'sede'],
    ['25307', '08', 'sede'],
    ['25175', '32', 'departamento'],
    ['86001', '46', 'departamento'],
    ['52356', '14', 'departamento'],
    ['99001', '42', 'departamento'],
  ])('a %s le corresponde la %s por %s', (codigo, esperada, criterio) => {
    expect(seccionalDeMunicipio(codigo)).toMatchObject({
      seccional: { codigo: esperada },
      criterio,
      sinFuente: true,
    });
  });

  it('todo municipio tiene una, y nunca la de aduanas ni la de grandes contribuyentes', () => {
    for (const m of MUNICIPIOS) {
      expect(['impuestos', 'impuestos-y-aduanas', 'delegada']).toContain(
        seccionalDeMunicipio(m.codigo)?.seccional.tipo,
      );
    }
    expect(seccionalDeMunicipio('00000')).toBeUndefined();
  });
});
