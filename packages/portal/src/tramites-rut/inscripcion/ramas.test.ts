import { describe, expect, it } from 'vitest';
import { INICIO } from '../../../pruebas/oficina.ts';
import { estadoDe, recorrerRamas } from '../../interfaz/recorrido/index.ts';
import { clavesDe, codigosDeUnUso, relojFijo } from '../../plataforma/index.ts';
import { responsabilidadesDe } from './pasos/responsabilidades.tsx';
import { recorridoInscripcion } from './recorrido.ts';

const claves = clavesDe(Buffer.alloc(32, 5));
const RECORRIDO = recorridoInscripcion({
  claves,
  codigos: codigosDeUnUso(claves),
  registro: { comprobar: async () => ({ tipo: 'no-disponible' }) },
  reloj: relojFijo(INICIO),
  demostracion: true,
  paginaSituacion: (b) => `/rut/inscripcion/${b}/situacion`,
});
const ramas = recorrerRamas(RECORRIDO);

describe('inscripción: todas las ramas', () => {
  it('son más de quinientas, y en cada una se pregunta todo lo que termina necesitando', () => {
    expect(ramas.length).toBeGreaterThan(500);
    for (const rama of ramas) {
      const { datos, siguiente } = estadoDe(RECORRIDO, rama);
      expect(siguiente).toBeUndefined();
      const r = datos.respuestas;
      for (const slug of [
        'correo',
        'telefono',
        'documento',
        'nombres',
        'municipio',
        'actividad',
        'establecimientos',
      ] as const)
        expect(r[slug], `${slug} en ${rama.camino.join(' ')}`).toBeDefined();
      expect(r.direccion ?? r['direccion-libre']).toBeDefined();
      expect(datos.hechos.identidad?.persona).toBeDefined();
      if (r['otra-actividad']) expect(r['inicio-secundaria']).toBeDefined();
    }
  });

  it('cada paso del recorrido lo pisa alguna rama', () => {
    const pisados = new Set(ramas.flatMap((r) => r.camino));
    expect(RECORRIDO.pasos.map((p) => p.slug).filter((s) => !pisados.has(s))).toEqual([]);
  });

  it('la identidad se comprueba antes de preguntar nada que venga después, y el consentimiento, antes de todo', () => {
    for (const { camino } of ramas) {
      expect(camino[0]).toBe('tratamiento-datos');
      expect(camino.indexOf('fecha-expedicion')).toBeLessThan(camino.indexOf('departamento'));
      expect(camino.indexOf('codigo-correo')).toBeLessThan(camino.indexOf('documento'));
    }
  });

  it('ninguna rama llega a la confirmación con responsabilidades repetidas', () => {
    for (const rama of ramas) {
      const codigos = responsabilidadesDe(estadoDe(RECORRIDO, rama).datos, 2026).map((r) => r.codigo);
      expect(new Set(codigos).size).toBe(codigos.length);
    }
  });

  it('toda página de toda rama tiene pregunta, y la revisión muestra cada respuesta que se guarda', () => {
    for (const rama of ramas.slice(0, 200)) {
      const { datos, pasos } = estadoDe(RECORRIDO, rama);
      for (const { paso } of pasos) {
        const pregunta = typeof paso.pregunta === 'string' ? paso.pregunta : paso.pregunta(datos);
        expect(pregunta.trim(), paso.slug).not.toBe('');
        const valor = datos.respuestas[paso.slug];
        if (paso.resumen && valor !== undefined)
          for (const linea of paso.resumen(valor, datos))
            expect(linea.valor, paso.slug).not.toMatch(/undefined|NaN/);
      }
    }
  });
});
