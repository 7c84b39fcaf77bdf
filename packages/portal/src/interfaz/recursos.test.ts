import { afterEach, describe, expect, it } from 'vitest';
import { fijarRecursos, recursosDePagina } from './recursos.ts';

const MANIFIESTO = {
  'node_modules/f.woff2': { file: 'assets/f-1.woff2' },
  'estilos/oficina.scss': {
    file: 'assets/e-1.css',
    name: 'estilos',
    isEntry: true,
    assets: ['assets/f-1.woff2'],
  },
  'islas/soporte.ts': { file: 'assets/s-1.js', name: 'soporte', isEntry: true },
  'islas/entrada.ts': { file: 'assets/o-1.js', name: 'oficina', isEntry: true, imports: ['_comun.js'] },
  'islas/qr.ts': { file: 'assets/q-1.js', name: 'lector-qr', isEntry: true, imports: ['_comun.js'] },
  '_comun.js': { file: 'assets/c-1.js', name: 'comun', imports: ['_comun.js'] },
};

describe('recursos de una página', () => {
  afterEach(() => fijarRecursos(undefined));

  it('sin compilación del cliente no hay recursos, y la página se entrega', () => {
    expect(recursosDePagina()).toEqual({ estilos: undefined, fuentes: [], soporte: undefined, modulos: [] });
  });

  it('con ella salen del manifiesto, con lo que cada entrada importa', () => {
    fijarRecursos(MANIFIESTO);
    expect(recursosDePagina(['lector-qr'])).toEqual({
      estilos: '/recursos/assets/e-1.css',
      fuentes: ['/recursos/assets/f-1.woff2'],
      soporte: '/recursos/assets/s-1.js',
      modulos: [
        { archivo: '/recursos/assets/o-1.js', precargas: ['/recursos/assets/c-1.js'] },
        { archivo: '/recursos/assets/q-1.js', precargas: ['/recursos/assets/c-1.js'] },
      ],
    });
  });

  it('pedir una entrada que no existe es un error que la nombra', () => {
    fijarRecursos(MANIFIESTO);
    expect(() => recursosDePagina(['lector'])).toThrow('«lector»');
    expect(() => recursosDePagina(['comun'])).toThrow('«comun»');
  });
});
