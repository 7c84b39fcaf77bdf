import { describe, expect, it } from 'vitest';
import { buscar, exacta, opcionDeLista } from './buscar.ts';

const OPCIONES = [
  opcionDeLista('05042', 'Santa Fe de Antioquia', 'Antioquia'),
  opcionDeLista('11001', 'Bogotá, D. C.', 'Bogotá, D. C.', 'Santafé capital'),
  opcionDeLista('95001', 'San José del Guaviare', 'Guaviare'),
  opcionDeLista('05656', 'San Jerónimo', 'Antioquia'),
  opcionDeLista('15001', 'Tunja', 'Boyacá'),
  opcionDeLista('52001', 'La Unión', 'Nariño'),
  opcionDeLista('70400', 'La Unión', 'Sucre'),
];
const textos = (escrito: string): string[] => buscar(OPCIONES, escrito).map(({ texto }) => texto);

describe('buscar en una lista', () => {
  it('sin nada escrito están todas', () => {
    expect(textos('  ')).toHaveLength(OPCIONES.length);
  });

  it('no mira tildes, mayúsculas ni puntuación', () => {
    expect(textos('BOGOTA DC')).toEqual([]);
    expect(textos('BOGOTA d c')).toEqual(['Bogotá, D. C.']);
    expect(textos('jeronimo')).toEqual(['San Jerónimo']);
  });

  it('cada palabra escrita empieza una palabra de la opción, en cualquier orden', () => {
    expect(textos('gua san')).toEqual(['San José del Guaviare']);
    expect(textos('unja')).toEqual([]);
  });

  it('halla por el grupo y por los sinónimos, y pone antes lo que empieza como se escribió', () => {
    expect(textos('santafe')).toEqual(['Bogotá, D. C.']);
    expect(textos('an')).toEqual(['Santa Fe de Antioquia', 'San Jerónimo']);
    expect(textos('san j')).toEqual(['San José del Guaviare', 'San Jerónimo']);
  });
});

describe('opción exacta', () => {
  it('es la única que se llama como se escribió', () => {
    expect(exacta(OPCIONES, ' tunja ')?.valor).toBe('15001');
    expect(exacta(OPCIONES, 'tun')).toBeUndefined();
    expect(exacta(OPCIONES, '')).toBeUndefined();
  });

  it('dos municipios del mismo nombre no son una respuesta', () => {
    expect(exacta(OPCIONES, 'La Unión')).toBeUndefined();
  });
});
