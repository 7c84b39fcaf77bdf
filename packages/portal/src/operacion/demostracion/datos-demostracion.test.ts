import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actividad } from '@autogestion/normas/actividades';
import { analizarDireccion } from '@autogestion/normas/direccion';
import {
  analizarNumeroDocumento,
  formatearDocumento,
  inscripcionEnLinea,
} from '@autogestion/normas/documentos-identidad';
import { edadEn, esFecha, fecha } from '@autogestion/normas/fechas';
import { municipio, pais } from '@autogestion/normas/geografia';
import { tieneEdadParaInscribirseEnLinea, validarResponsabilidades } from '@autogestion/normas/rut';
import { describe, expect, it } from 'vitest';
import {
  CANCELADOS,
  cuentasInscritas,
  cuentasPorInscribir,
  identidadesPorInscribir,
  JURIDICAS,
  NATURALES,
  SUSPENDIDOS,
} from './cuentas.ts';
import { empresaDemo } from './empresa.ts';
import { personaDemo } from './persona.ts';
import { resumenDemostracion } from './resumen-demostracion.ts';

const desdeUno = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const personas = desdeUno(NATURALES).map(personaDemo);
const empresas = desdeUno(JURIDICAS).map(empresaDemo);
const registros = [...personas.map((p) => p.registro), ...empresas];
const identidades = [...personas.map((p) => p.identidad), ...identidadesPorInscribir()];
const repetidos = (valores: readonly unknown[]) => valores.length - new Set(valores).size;

describe('datos ficticios de la demostración', () => {
  it('son 150 personas naturales y 50 jurídicas, sin repetir documento, correo, celular ni razón social', () => {
    expect(registros).toHaveLength(200);
    expect(repetidos(identidades.map((i) => `${i.tipo_documento} ${i.numero}`))).toBe(0);
    expect(repetidos(registros.map((r) => r.ubicacion.correo))).toBe(0);
    expect(repetidos(registros.map((r) => r.ubicacion.telefono1))).toBe(0);
    expect(repetidos(empresas.map((e) => e.identificacion.razonSocial))).toBe(0);
  });

  it('la misma semilla da siempre las mismas personas', () => {
    expect(desdeUno(NATURALES).map(personaDemo)).toEqual(personas);
    expect(desdeUno(JURIDICAS).map(empresaDemo)).toEqual(empresas);
    expect(personaDemo(1).registro.nit).toBe('1990000001');
  });

  it('la casilla 53 de cada uno es válida, y las calidades aduaneras van con el código 10', () => {
    for (const { clasificacion: c, tipoContribuyente } of registros) {
      expect(validarResponsabilidades(c.responsabilidades, { ...c, tipoContribuyente })).toEqual([]);
      expect(c.responsabilidades).toEqual(c.responsabilidades.toSorted());
      expect(c.responsabilidades.length).toBeGreaterThan(0);
    }
  });

  it('actividad, municipio, país y dirección existen en las tablas del RUT', () => {
    for (const { clasificacion: c, ubicacion: u, identificacion: i } of registros) {
      expect(actividad(c.actividadPrincipal.codigo)?.codigo).toBe(c.actividadPrincipal.codigo);
      expect(municipio(u.municipio)?.codigo).toBe(u.municipio);
      expect(analizarDireccion(u.direccion)).toEqual({ ok: true, valor: u.direccion });
      if (i.municipioExpedicion) expect(municipio(i.municipioExpedicion)).toBeDefined();
      if (i.paisExpedicion) expect(pais(i.paisExpedicion)).toBeDefined();
    }
  });

  it('nadie expidió su documento ni empezó a trabajar antes de ser mayor, ni después de 2025', () => {
    for (const { identidad: i, registro } of personas) {
      const nacimiento = fecha(i.fecha_nacimiento);
      for (const dia of [fecha(i.fecha_expedicion), registro.clasificacion.actividadPrincipal.desde]) {
        expect(edadEn(nacimiento, dia)).toBeGreaterThanOrEqual(i.tipo_documento === '13' ? 18 : 14);
        expect(dia <= '2025-12-31').toBe(true);
      }
    }
  });

  it('hay oficios, documentos y responsabilidades variados', () => {
    const codigos = new Set(registros.flatMap((r) => r.clasificacion.responsabilidades));
    for (const codigo of ['04', '05', '10', '33', '47', '48', '49', '50', '52', '53']) {
      expect(codigos).toContain(codigo);
    }
    expect(new Set(personas.map((p) => p.identidad.tipo_documento))).toEqual(
      new Set(['13', '22', '41', '48']),
    );
    expect(new Set(personas.map((p) => p.oficio.actividad)).size).toBeGreaterThan(15);
  });

  it('los números no pueden ser de nadie: bloques sin expedir, 399, .example y placas de más de 900', () => {
    for (const { tipo_documento: tipo, numero } of identidades) {
      const bloque = { '13': /^1990[01]00\d{3}$/, '41': /^DEMO\d{5}$/ }[tipo] ?? /^99900[12]0\d{3}$/;
      expect(numero).toMatch(bloque);
    }
    for (const r of empresas) {
      expect(r.nit).toMatch(/^9991000\d{2}$/);
      expect(r.identificacion.razonSocial).toMatch(/FICTICI[AO]S?\b/);
    }
    for (const { ubicacion: u } of registros) {
      expect(u.correo).toMatch(/^[a-z.]+\.\d+@demo\.example$/);
      expect(u.telefono1).toMatch(/^399\d{7}$/);
      expect(u.direccion).toMatch(/ - 9\d\d( AP \d+)?$|^VD LA (IMAGINADA|SUPUESTA|INVENTADA) FI /);
    }
  });
});

describe('personas por inscribir', () => {
  it('son 20 con documentos que se aceptan en línea, de la forma que se espera', () => {
    expect(identidadesPorInscribir()).toHaveLength(20);
    for (const i of identidadesPorInscribir()) {
      expect(inscripcionEnLinea(i.tipo_documento).admite).toBe(true);
      expect(analizarNumeroDocumento(i.tipo_documento, i.numero)).toEqual({ ok: true, valor: i.numero });
      expect(esFecha(i.fecha_nacimiento) && esFecha(i.fecha_expedicion)).toBe(true);
      expect(i.fecha_nacimiento < i.fecha_expedicion).toBe(true);
    }
  });

  it('una es menor de edad hasta 2030, otra falleció y las demás pueden inscribirse', () => {
    const menores = identidadesPorInscribir().filter(
      (i) => !tieneEdadParaInscribirseEnLinea(fecha(i.fecha_nacimiento), fecha('2030-01-01')),
    );
    expect(menores.map((i) => i.numero)).toEqual(['DEMO20003']);
    expect(identidadesPorInscribir().filter((i) => i.fallecida_en !== null)).toHaveLength(1);
  });
});

describe('cuentas que se muestran', () => {
  const cuentas = [...cuentasPorInscribir(), ...cuentasInscritas()];

  it('una de cada clase, y las inscritas son lo que dicen', () => {
    expect(repetidos(cuentas.map((c) => c.muestra))).toBe(0);
    expect(cuentas.map((c) => c.muestra)).toEqual(
      expect.arrayContaining([
        'Un menor de edad',
        'Una persona fallecida',
        'Inscrita con PPT',
        'RUT suspendido',
      ]),
    );
    const porNumero = new Map(personas.map((p, i) => [p.identidad.numero, i + 1]));
    const numero = (muestra: string) =>
      porNumero.get(cuentasInscritas().find((c) => c.muestra === muestra)?.numero ?? '');
    expect(numero('RUT suspendido')).toBe(SUSPENDIDOS.naturales[0]);
    expect(numero('RUT cancelado')).toBe(CANCELADOS.naturales[0]);
    expect(personaDemo(numero('Responsable de IVA') ?? 0).registro.clasificacion.responsabilidades).toContain(
      '48',
    );
  });

  it('el resumen de la terminal y el README las nombran con los mismos datos', () => {
    const resumen = resumenDemostracion('https://oficina.example');
    const readme = readFileSync(join(import.meta.dirname, '../../../../../README.md'), 'utf8');
    for (const texto of [resumen, readme]) {
      for (const c of cuentas) {
        const linea = texto
          .split('\n')
          .find((l) => l.includes(formatearDocumento(c.tipoDocumento, c.numero)));
        for (const dato of [c.muestra, c.apellidos, c.nombres, c.fechaExpedicion])
          expect(linea).toContain(dato);
      }
    }
    expect(resumen).toContain('https://oficina.example/operacion/buzon');
  });
});
