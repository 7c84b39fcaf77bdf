import { describe, expect, it } from 'vitest';
import { inflesz } from '../../pruebas/inflesz.ts';
import { ACTIVIDADES } from '../actividades/index.ts';
import { ACTIVIDADES_EXCLUIDAS, grupoDeActividad, tarifasSimple } from '../simple/index.ts';
import { consecuenciasDeActividad } from './index.ts';

const textos = (codigo: string, anio = 2026) => consecuenciasDeActividad(codigo, anio).map((c) => c.texto);

describe('lo que trae cada actividad', () => {
  it.each(ACTIVIDADES.map((a) => [a.codigo, a.titulo]))('%s (%s) trae algo, con su norma', (codigo) => {
    const todas = consecuenciasDeActividad(codigo, 2026);
    expect(todas.length).toBeGreaterThan(0);
    for (const c of todas) {
      expect(c.texto).toMatch(/^\p{Lu}.*\.$/u);
      expect(c.norma).toMatch(/ET|DUR/);
    }
  });

  it('las tarifas del SIMPLE son las de su grupo y su año (ET 908)', () => {
    expect(textos('4711')).toEqual([
      'Si entra al SIMPLE, en el grupo 1, paga del 1,2 % al 5,6 % de lo que recibe.',
    ]);
    expect(textos('4711', 2022)).toEqual([
      'Si entra al SIMPLE, en el grupo 1, paga del 2 % al 11,6 % de lo que recibe.',
    ]);
    expect(textos('6910')).toEqual([
      'Si entra al SIMPLE, en el grupo 3 (sic), paga del 5,9 % al 14,5 % de lo que recibe.',
    ]);
    for (const { codigo } of ACTIVIDADES) {
      const grupo = grupoDeActividad(codigo, 2026);
      if (!grupo.ok || ACTIVIDADES_EXCLUIDAS.some((a) => a.puedeEstarEn.includes(codigo))) continue;
      expect(textos(codigo).join(' ')).toContain(`en el grupo ${grupo.valor.grupo}, paga`);
    }
    expect(tarifasSimple(2026).grupos.map((g) => g.grupo)).toContain('3 (sic)');
  });

  it('la comida servida lleva impuesto al consumo y no IVA; la que se vende sin cocinar, no', () => {
    for (const codigo of ['5611', '5612', '5613', '5619', '5621', '5629', '5630'])
      expect(textos(codigo)[0]).toMatch(/^No cobra IVA\. Cobra impuesto al consumo \(8 %\) si recibe/);
    for (const codigo of ['4781', '4711', '1084', '1081'])
      expect(textos(codigo).join(' ')).not.toContain('consumo');
  });

  it('lo que es distinto en una franquicia o en San Andrés se dice aparte', () => {
    expect(consecuenciasDeActividad('5619', 2026)[0]?.salvedad).toMatch(/franquicia.*San Andrés/);
  });

  it('quien vende al por mayor cobra IVA desde la primera venta (ET 437 par. 3); el comisionista no vende lo suyo', () => {
    expect(textos('4631')[0]).toContain('desde la primera venta');
    expect(textos('4610').join(' ')).not.toContain('primera venta');
  });

  it('el empleado y el pensionado no venden; el rentista no tiene negocio', () => {
    for (const codigo of ['0010', '0020', '0081', '0082'])
      expect(textos(codigo)).toEqual([
        'Con esto no vende nada, así que no cobra IVA. Tampoco sirve para entrar al SIMPLE.',
      ]);
    expect(textos('0090')).toEqual(['No es un negocio. Tampoco sirve para entrar al SIMPLE.']);
  });

  it('donde la ley cierra el SIMPLE (ET 906 num. 8) lo advierte y no promete tarifa', () => {
    expect(textos('6493')).toEqual([
      'Puede quedar por fuera del SIMPLE. La ley no deja entrar a quien se dedica a esto: comprar facturas (factoraje o factoring).',
    ]);
    for (const { puedeEstarEn } of ACTIVIDADES_EXCLUIDAS)
      for (const codigo of puedeEstarEn) expect(textos(codigo).join(' ')).not.toContain('%.');
  });

  it('el reciclaje dice su tope de utilidad (ET 906 num. 11), y lo dudoso se dice dudoso', () => {
    expect(textos('3830')[0]).toContain('Solo cabe si gana el 3 % o menos');
    expect(textos('8891')[0]).toContain('no es seguro');
    expect(textos('9491')).toEqual(['No está en la lista del SIMPLE. Pregunte antes de entrar.']);
  });

  it('se lee con facilidad (INFLESZ de 65 o más)', () => {
    const todas = new Set(ACTIVIDADES.flatMap((a) => textos(a.codigo)));
    expect(inflesz([...todas].join(' '))).toBeGreaterThan(65);
  });
});
