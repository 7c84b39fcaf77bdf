import { describe, expect, it } from 'vitest';
import { inflesz } from '../../pruebas/inflesz.ts';
import { plegar } from '../texto/index.ts';
import titulos from './datos/titulos.json' with { type: 'json' };
import { ACTIVIDADES, distinguir, seConfundeCon } from './index.ts';
import diferencias from './datos/diferencias.json' with { type: 'json' };

describe('títulos de las actividades, con las palabras de la gente', () => {
  it('cada clase tiene el suyo y no sobra ninguno', () => {
    expect(Object.keys(titulos.titulos).sort()).toEqual(ACTIVIDADES.map((a) => a.codigo).sort());
  });

  it.each(ACTIVIDADES.map((a) => [a.codigo, a.titulo]))(
    '%s se lee de un vistazo: «%s»',
    (_codigo, titulo) => {
      expect(titulo.length).toBeGreaterThan(3);
      expect(titulo.length).toBeLessThanOrEqual(70);
      expect(titulo).not.toMatch(/n\.?\s?c\.?\s?p|\.$|\s{2}|;/iu);
      expect(titulo).toMatch(/^\p{Lu}/u);
    },
  );

  it('no hay dos iguales', () => {
    const vistos = ACTIVIDADES.map((a) => plegar(a.titulo).replace(/[^a-z0-9ñ]/g, ''));
    expect(vistos.filter((t, i) => vistos.indexOf(t) !== i)).toEqual([]);
  });

  // A trade's name is long for a scale made for sentences («peluquería»): 65 is asked of those, below.
  it('se leen más de 20 puntos mejor que los oficiales en la escala INFLESZ', () => {
    const junto = (de: 'titulo' | 'nombre') => ACTIVIDADES.map((a) => `${a[de]}. `).join('');
    expect(inflesz(junto('titulo'))).toBeGreaterThan(60);
    expect(inflesz(junto('titulo')) - inflesz(junto('nombre'))).toBeGreaterThan(20);
  });

  it('ninguno usa las palabras del estadístico', () => {
    const usan = ACTIVIDADES.filter((a) =>
      /expendio|efectos personales|conexa|retribuci|por contrata|establecimientos? (?:no )?especializad|por menor|actividades de/i.test(
        a.titulo,
      ),
    );
    expect(usan.map((a) => a.titulo)).toEqual([]);
  });
});

describe('en qué se distinguen las que la gente confunde', () => {
  const frases = diferencias.grupos.flatMap((g) => g.clases.map((c) => c.cuando));

  it('hay una frase para más de doscientas clases, y todas existen', () => {
    const codigos = new Set(diferencias.grupos.flatMap((g) => g.clases.map((c) => c.codigo)));
    expect(codigos.size).toBeGreaterThan(200);
    expect([...codigos].filter((c) => !ACTIVIDADES.some((a) => a.codigo === c))).toEqual([]);
  });

  it('cada grupo hace una pregunta, y ninguno repite clase ni respuesta', () => {
    for (const { pregunta, clases } of diferencias.grupos) {
      expect(pregunta).toMatch(/^¿.+\?$/u);
      expect(clases.length, pregunta).toBeGreaterThan(1);
      expect(new Set(clases.map((c) => c.codigo)).size, pregunta).toBe(clases.length);
      expect(new Set(clases.map((c) => c.cuando)).size, pregunta).toBe(clases.length);
    }
  });

  it('las frases son cortas y fáciles (INFLESZ de 65 o más)', () => {
    expect(frases.filter((f) => f.length > 110 || !f.endsWith('.'))).toEqual([]);
    expect(inflesz(frases.join(' '))).toBeGreaterThan(65);
    expect(inflesz(diferencias.grupos.map((g) => g.pregunta).join(' '))).toBeGreaterThan(65);
  });

  it('quien se confunde con otra lo hace en las dos direcciones', () => {
    for (const { codigo } of ACTIVIDADES)
      for (const otra of seConfundeCon(codigo)) expect(seConfundeCon(otra)).toContain(codigo);
  });

  it('la comida de la calle, el restaurante y la fruta sin cocinar se separan por dónde y cómo se come', () => {
    const { pregunta, cuando } = distinguir(['5619', '4781', '5611']);
    expect(pregunta).toBe('¿Dónde y cómo come la gente?');
    expect(cuando.get('4781')).toContain('no cocina');
    expect(cuando.get('5611')).toContain('mesas');
  });

  it('la frase de cada una responde la pregunta que se hace', () => {
    const { pregunta, cuando } = distinguir(['1081', '4729', '5619']);
    expect(pregunta).toBe('¿Usted la hace o la vende?');
    expect(cuando.get('4729')).toMatch(/^Usted no lo hace/);
  });

  it('sin candidatas, o con una que nadie confunde, no pregunta nada', () => {
    expect(distinguir([])).toEqual({ pregunta: null, cuando: new Map() });
    expect(distinguir(['9900'])).toEqual({ pregunta: null, cuando: new Map() });
    expect(seConfundeCon('9900')).toEqual([]);
  });
});
