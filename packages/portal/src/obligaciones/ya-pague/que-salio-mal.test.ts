import { fecha } from '@autogestion/normas/fechas';
import { describe, expect, it } from 'vitest';
import { contextoDePrueba } from '../../../pruebas/interfaz/contexto.ts';
import { conContexto } from '../../plataforma/index.ts';
import { paginaQueSalioMal } from './paginas/que-salio-mal.tsx';
import { clasificar, Contado, ERRADOS } from './que-salio-mal.ts';

const HOY = fecha('2026-03-10');
type Direccion = Record<string, string>;

/** The page of an address, as the route draws it. */
function ver(direccion: Direccion) {
  const contado = Contado.parse(direccion);
  const clasificado = clasificar(contado, HOY);
  const html = conContexto(contextoDePrueba(), () =>
    paginaQueSalioMal({ base: '/de/x', titular: 'x', contado, clasificado }),
  );
  return { clasificado, html, texto: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') };
}

const RESPUESTAS = {
  que: ERRADOS.flatMap((e) => e.campos.map((c) => c.valor)),
  impuesto: ['si', 'no', 'no-se'],
  saldo: ['si', 'no', 'no-se'],
  cambio: ['mas', 'menos', 'igual', 'no-se'],
} as const;

/** Every address to which somebody gets by answering what is asked. */
function recorrer(direccion: Direccion = {}): Direccion[] {
  const { falta } = ver(direccion).clasificado;
  if (falta === undefined) return [direccion];
  return RESPUESTAS[falta].flatMap((valor) => {
    const sigue = { ...direccion, [falta]: valor, pregunta: falta };
    return falta === 'cambio'
      ? ['si', 'no', 'no-se'].flatMap((criterio) => recorrer({ ...sigue, criterio }))
      : recorrer(sigue);
  });
}
const finales = recorrer();

describe('qué salió mal', () => {
  it('cada camino acaba en una respuesta completa, y ninguno da vueltas', () => {
    expect(finales.length).toBeGreaterThan(RESPUESTAS.que.length);
    for (const direccion of finales) {
      const { texto, html } = ver(direccion);
      for (const rotulo of ['Qué hacer', 'Sanción', 'Hasta cuándo', 'Norma'])
        expect(texto, JSON.stringify(direccion)).toContain(rotulo);
      expect(texto).toMatch(/Error de forma|Cambia lo que debe|Hay que mirarlo/);
      expect(texto).not.toMatch(/undefined|null|NaN|\[object/);
      expect(html).not.toContain('type="radio"');
      expect(texto).toContain('Mirar otro error');
    }
  });

  it('lo que se puede decir mal está todo, en el recibo y en la declaración', () => {
    const dichos = new Set(finales.map((d) => d.que));
    expect([...dichos].toSorted()).toEqual([...RESPUESTAS.que].toSorted());
  });

  it('de un recibo, todo menos lo pagado es de forma y sin sanción', () => {
    for (const que of RESPUESTAS.que.filter((q) => q.startsWith('recibo.') && q !== 'recibo.pagado')) {
      const { texto } = ver({ que });
      expect(texto).toContain('Error de forma');
      expect(texto).toMatch(/Sanción No hay/);
    }
  });

  it('cada pregunta sin contestar se queja junto a su campo, y no se pierde lo contestado', () => {
    const quejas = new Set<string>();
    for (const direccion of finales) {
      for (const pregunta of ['impuesto', 'saldo', 'cambio'] as const) {
        if (!(pregunta in direccion)) continue;
        const sin = Object.fromEntries(Object.entries(direccion).filter(([k]) => k !== pregunta));
        const { clasificado, html } = ver({ ...sin, pregunta });
        if (clasificado.falta !== pregunta) continue;
        quejas.add(pregunta);
        expect(html).toContain('govuk-error-message');
        expect(html).toContain(`name="que" value="${direccion.que}"`);
      }
    }
    expect(ver({ pregunta: 'que' }).texto).toContain('Elija el dato que está mal.');
    expect([...quejas].toSorted()).toEqual(['cambio', 'impuesto', 'saldo']);
  });

  it('lo que nadie ofrece en la dirección es como no haberlo dicho', () => {
    for (const rara of [{ que: 'recibo.nada' }, { que: '<b>' }, { que: 'declaracion.pagado' }])
      expect(ver(rara).clasificado).toEqual({ falta: 'que' });
    expect(ver({ que: 'declaracion.aritmetica', impuesto: 'quizás' }).clasificado.falta).toBe('impuesto');
  });

  it('lo que la ley no deja claro lo dice', () => {
    const dudosas = finales.filter((d) => ver(d).clasificado.clasificacion?.certeza === 'parametro');
    expect(dudosas.length).toBeGreaterThan(0);
    for (const d of dudosas) expect(ver(d).texto).toContain('No lo tome como seguro');
  });
});
