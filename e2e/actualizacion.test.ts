import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faltasDe } from './apoyo/accesibilidad.ts';
import {
  caminante,
  confirmarYTerminar,
  inscribirEmpresa,
  SIN_MIRAR,
  type Halladas,
} from './apoyo/actualizar.ts';
import { leerBuzon } from './apoyo/buzon.ts';
import { buscarActividad, continuar, elegir } from './apoyo/caminar.ts';
import { descargar } from './apoyo/copia.ts';
import { escena } from './apoyo/escena.ts';
import { inscribir } from './apoyo/inscripcion.ts';

const e = escena(10);
const PLAZO = { timeout: 180_000 };
const modos = [
  ['con JavaScript', true],
  ['sin JavaScript', false],
] as const;

const fecha = async (pagina: Page, dia: string, mes: string, anio: string) => {
  await pagina.getByLabel('Día', { exact: true }).fill(dia);
  await pagina.getByLabel('Mes', { exact: true }).fill(mes);
  await pagina.getByLabel('Año', { exact: true }).fill(anio);
};

describe.each(modos)('actualizar el RUT %s, en un celular', (modo, javaScriptEnabled) => {
  it(
    'una persona se muda y agrega otra actividad: le dicen qué responsabilidades le trae, y recibe la copia',
    PLAZO,
    async () => {
      const p = e.persona();
      const visita = await e.visita({ javaScriptEnabled });
      const { pagina } = visita;
      const halladas: Halladas = {};
      const paso = caminante(pagina, javaScriptEnabled ? halladas : undefined);
      const { de } = await inscribir(visita, e.url, p);
      await pagina.goto(`${de}/rut`);
      await pagina.getByRole('link', { name: 'Actualizar el RUT' }).click();
      await pagina.getByRole('button', { name: 'Empezar' }).click();
      // Nothing chosen: the message is beside the question.
      await pagina.waitForURL('**/que-cambia');
      await continuar(pagina);
      await pagina.getByRole('link', { name: 'Elija al menos una cosa que haya cambiado.' }).waitFor();
      await paso('que-cambia', async () => {
        await pagina.getByLabel('La dirección', { exact: true }).check();
        await pagina.getByLabel('La actividad secundaria', { exact: true }).check();
        await pagina.getByLabel('Agregar responsabilidades tributarias').check();
      });
      await paso('departamento', () => elegir(pagina, 'Departamento', 'Antioquia'));
      await paso('municipio', () => elegir(pagina, 'Municipio', 'Medellín'));
      await paso('tipo-direccion', () => pagina.getByLabel('No tiene').check());
      await paso('direccion-libre', () =>
        pagina.getByLabel('Dirección', { exact: true }).fill('Vereda Santa Elena, finca El Cedro'),
      );
      await paso('otra-actividad', () => pagina.getByLabel('Sí', { exact: true }).check());
      await pagina.waitForURL('**/actividad-secundaria');
      await buscarActividad(pagina, 'peluquería');
      await paso('actividad-secundaria', () => pagina.locator('input[name=actividad]').first().check());
      await paso('inicio-secundaria', () => fecha(pagina, '15', '1', '2026'));
      await paso('codigos-como', () => pagina.getByLabel('No: prefiero responder unas preguntas').check());
      const dice = (respuesta: 'Sí' | 'No') => () => pagina.getByLabel(respuesta, { exact: true }).check();
      await paso('vende-gravado', dice('Sí'));
      await paso('tope-3500', dice('Sí'), SIN_MIRAR);
      await paso('franquicia', dice('No'), SIN_MIRAR);
      await paso('usuario-aduanero', dice('No'), SIN_MIRAR);
      // What follows is ticked already, each with its reason.
      await pagina.waitForURL('**/codigos');
      expect(await pagina.getByRole('checkbox', { name: /^48 · / }).isChecked()).toBe(true);
      expect(await pagina.locator('main').innerText()).toContain('3.500 UVT o más. (ET 437 par. 3');
      await paso('codigos');
      await paso('cuando');
      await pagina.waitForURL('**/revision');
      const revision = await pagina.locator('main').innerText();
      expect(revision).toContain('VD Santa Elena FI El Cedro');
      expect(revision).toMatch(/cambio 1 de 2 en seis meses/);
      if (javaScriptEnabled) {
        const faltas = await faltasDe(pagina);
        if (faltas.length > 0) halladas.revision = faltas;
      }
      await continuar(pagina);
      await confirmarYTerminar(e, pagina, p);
      await pagina.getByRole('heading', { level: 1, name: 'Su RUT quedó actualizado' }).waitFor();
      const enlace = pagina.getByRole('link', { name: 'Descargar la copia en PDF' });
      await expect.poll(() => enlace.count(), { timeout: 30_000 }).toBe(1);
      const pdf = await descargar(pagina, 'Descargar la copia en PDF');
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      await expect
        .poll(() => leerBuzon(e.url, p.correo), { timeout: 20_000 })
        .toContain('Su RUT quedó actualizado');
      if (javaScriptEnabled) {
        const faltas = await faltasDe(pagina);
        if (faltas.length > 0) halladas.recibo = faltas;
      }

      await pagina.goto(`${de}/rut/versiones`);
      await pagina.getByRole('heading', { level: 2, name: /Versión 2/ }).waitFor();
      if (javaScriptEnabled) {
        const faltas = await faltasDe(pagina);
        if (faltas.length > 0) halladas.versiones = faltas;
      }
      await pagina.getByRole('button', { name: /de la versión 1/ }).click();
      await pagina.getByText('La versión 1, anterior').waitFor();
      expect(halladas, modo).toEqual({});
    },
  );

  it(
    'la representante de una empresa declara su hoja 2 y pone a otra persona en su lugar',
    PLAZO,
    async () => {
      const [sale, entra] = [e.persona(), e.persona()];
      const visita = await e.visita({ javaScriptEnabled });
      const { pagina } = visita;
      const halladas: Halladas = {};
      const paso = caminante(pagina, javaScriptEnabled ? halladas : undefined);
      await inscribir(await e.visita(), e.url, entra);
      await inscribir(visita, e.url, sale);
      const empresa = await inscribirEmpresa(e, sale, javaScriptEnabled ? '999900011' : '999900022');
      await pagina.goto(`/de/${empresa}/rut/actualizacion`);
      await pagina.getByRole('button', { name: 'Empezar' }).click();
      await paso('que-cambia', async () => {
        for (const cosa of [
          'La constitución o la última reforma',
          'La composición del capital',
          'El grupo económico o la matriz',
          'Quién representa a la entidad',
        ])
          await pagina.getByLabel(cosa).check();
      });
      await paso('acto-cual', () => pagina.getByLabel('La constitución').check());
      await paso('acto-documento', async () => {
        await pagina.getByLabel('Número del documento').fill('1234');
        await fecha(pagina, '2', '1', '2020');
      });
      await paso('acto-notaria', () => pagina.getByLabel('Número de la notaría').fill('5'));
      await paso('acto-registro', async () => {
        await pagina.getByLabel('Entidad de registro').fill('Cámara de Comercio');
        await fecha(pagina, '10', '1', '2020');
      });
      await paso('acto-matricula', () => pagina.getByLabel('Número de matrícula mercantil').fill('12345'));
      await paso('acto-vigencia');
      await paso('acto-otra-vez', () => pagina.getByLabel('No', { exact: true }).check(), SIN_MIRAR);
      const capital = async (partes: readonly string[]) => {
        for (const [i, parte] of [
          'Nacional público',
          'Nacional privado',
          'Extranjero público',
          'Extranjero privado',
        ].entries())
          await pagina.getByLabel(parte).fill(partes[i] ?? '');
      };
      await paso('capital', () => capital(['0', '60', '0', '30']));
      await pagina.getByRole('link', { name: /deben sumar 100 %, y suman 90 %/ }).waitFor();
      expect(await pagina.getByLabel('Nacional privado').inputValue()).toBe('60');
      await paso('capital', () => capital(['0', '60', '0', '40']));
      await paso('vinculacion-hay', () => pagina.getByLabel('Sí', { exact: true }).check());
      await paso('vinculacion-grupo', () => pagina.getByLabel('Nombre del grupo').fill('Grupo Ficticio'));
      await paso('vinculacion-matriz');
      await paso('representante-accion', () => pagina.getByLabel('Cambiar a una persona por otra').check());
      await paso('representante-sale', () => pagina.locator('input[name=clave]').check());
      await paso('representante-calidad', () => pagina.getByLabel('Representante legal principal').check());
      await paso('representante-documento', async () => {
        await pagina.getByLabel('Cédula de ciudadanía').check();
        await pagina.getByLabel('Número del documento').fill(entra.numero);
      });
      await paso('representante-nombres', async () => {
        await pagina.getByLabel('Primer apellido').fill(entra.primerApellido);
        await pagina.getByLabel('Primer nombre').fill(entra.primerNombre);
      });
      await paso('representante-desde', () => fecha(pagina, '2', '3', '2026'));
      await paso('representante-otra-vez', () => pagina.getByLabel('No', { exact: true }).check());
      await paso('cuando');
      await pagina.waitForURL('**/revision');
      const revision = await pagina.locator('main').innerText();
      for (const dice of [`Número de identificación: ${entra.numero}`, 'GRUPO FICTICIO', 'Nacional %: 60'])
        expect(revision).toContain(dice);
      await continuar(pagina);
      await confirmarYTerminar(e, pagina, sale);
      // Who leaves has no page of that company any more: what they see is for whom they still act.
      expect(new URL(pagina.url()).pathname).toBe('/actuar');
      const [ultima] = await e.oficina.sql<{ numero: string }>(
        `select v.registro #>> '{representantes,0,numero}' as numero from rut.version v
       join rut.titular t on t.id = v.titular_id where t.id_publico = $1 order by v.numero desc limit 1`,
        [empresa],
      );
      expect(ultima?.numero).toBe(entra.numero);
      expect(halladas, modo).toEqual({});
    },
  );

  it(
    'una empresa recibe un socio, una contadora y un local; si no cambia nada, se dice y no se termina',
    PLAZO,
    async () => {
      const [representa, contadora] = [e.persona(), e.persona()];
      const visita = await e.visita({ javaScriptEnabled });
      const { pagina } = visita;
      const halladas: Halladas = {};
      const paso = caminante(pagina, javaScriptEnabled ? halladas : undefined);
      const mirar = async (lugar: string) => {
        const faltas = javaScriptEnabled ? await faltasDe(pagina) : [];
        if (faltas.length > 0) halladas[lugar] = faltas;
      };
      const escribir = (etiqueta: string, valor: string) => () =>
        pagina.getByLabel(etiqueta, { exact: true }).fill(valor);
      const marcar = (etiqueta: string) => () => pagina.getByLabel(etiqueta, { exact: true }).check();

      await inscribir(await e.visita(), e.url, contadora);
      await inscribir(visita, e.url, representa);
      const empresa = await inscribirEmpresa(e, representa, javaScriptEnabled ? '999900033' : '999900044');
      await pagina.goto(`/de/${empresa}/rut/actualizacion`);
      await pagina.getByRole('button', { name: 'Empezar' }).click();
      await paso('que-cambia', marcar('El código postal'));
      await paso('codigo-postal');
      await paso('cuando');
      await pagina.waitForURL('**/revision');
      await pagina.getByRole('alert').getByText('No cambió ningún dato.').waitFor();
      expect(await pagina.getByRole('button', { name: 'Actualizar el RUT' }).count()).toBe(0);
      await mirar('revision con impedimento');

      await pagina.goto(pagina.url().replace(/revision$/, 'que-cambia'));
      await paso('que-cambia', async () => {
        await pagina.getByLabel('El código postal', { exact: true }).uncheck();
        for (const cosa of [
          'Socios o miembros',
          'Revisor fiscal o contador',
          'Abrir o cerrar un establecimiento',
        ])
          await marcar(cosa)();
      });
      await paso('socio-accion', marcar('Entró un socio o miembro'));
      await paso('socio-documento', async () => {
        await marcar('NIT')();
        await escribir('Número del documento', '899.999.034-1')();
      });
      await paso('socio-razon', escribir('Razón social', 'Ficticia Holding'));
      await paso('socio-nacionalidad', () => elegir(pagina, 'País', 'Colombia'));
      await paso('socio-capital', escribir('Valor del capital, en pesos', '1.000.000'));
      await paso('socio-participacion', escribir('Porcentaje de participación', '333,3'));
      await pagina.getByRole('link', { name: /porcentaje entre 0 y 100/ }).waitFor();
      expect(await pagina.getByLabel('Porcentaje de participación').inputValue()).toBe('333,3');
      await mirar('socio-participacion con error');
      await paso('socio-participacion', escribir('Porcentaje de participación', '33,33'));
      await paso('socio-ingreso', () => fecha(pagina, '5', '1', '2026'));
      // A second partner, and a third by mistake that is taken out; the office falls in the middle.
      await pagina.waitForURL('**/socio-otra-vez');
      await pagina.locator('dd', { hasText: /^Entró el socio Ficticia Holding, con el 33,33 %$/ }).waitFor();
      await paso('socio-otra-vez', marcar('Sí'));
      const otroSocio = async (n: number, documento: string) => {
        await paso(`socio-accion.${n}`, marcar('Entró un socio o miembro'), SIN_MIRAR);
        await paso(
          `socio-documento.${n}`,
          async () => {
            await marcar('Cédula de ciudadanía')();
            await escribir('Número del documento', documento)();
          },
          SIN_MIRAR,
        );
      };
      await otroSocio(2, '1.990.900.001');
      await e.oficina.matar();
      await e.oficina.reabrir();
      await pagina.reload();
      await paso(
        'socio-nombres.2',
        async () => {
          await escribir('Primer apellido', 'Ficticia')();
          await escribir('Primer nombre', 'Segunda')();
        },
        SIN_MIRAR,
      );
      await paso('socio-nacionalidad.2', () => elegir(pagina, 'País', 'Colombia'), SIN_MIRAR);
      await paso('socio-capital.2', escribir('Valor del capital, en pesos', '0'), SIN_MIRAR);
      await paso('socio-participacion.2', escribir('Porcentaje de participación', '10'), SIN_MIRAR);
      await paso('socio-ingreso.2', () => fecha(pagina, '5', '1', '2026'), SIN_MIRAR);
      await paso('socio-otra-vez', marcar('Sí'), SIN_MIRAR);
      await otroSocio(3, '1.990.900.001');
      await pagina.getByRole('link', { name: /ya entra con otro cambio de esta actualización/ }).waitFor();
      await pagina.getByRole('link', { name: 'Quitar este cambio' }).click();
      await pagina.getByRole('heading', { level: 1, name: '¿Quita este cambio?' }).waitFor();
      await mirar('quitar un cambio');
      await pagina.getByRole('button', { name: 'Sí, quitarlo' }).click();
      await paso('socio-otra-vez', marcar('No'), SIN_MIRAR);
      await paso('profesional-cargo', marcar('Contador'));
      await paso('profesional-accion', marcar('Entró una persona'));
      await paso('profesional-documento', async () => {
        await marcar('Cédula de ciudadanía')();
        await escribir('Número del documento', contadora.numero)();
      });
      await paso('profesional-nombres', async () => {
        await escribir('Primer apellido', contadora.primerApellido)();
        await escribir('Primer nombre', contadora.primerNombre)();
      });
      await paso('profesional-tarjeta', escribir('Número de tarjeta profesional', '12345-t'));
      await paso('profesional-firma');
      await paso('profesional-nombramiento', () => fecha(pagina, '1', '2', '2026'));
      await paso('profesional-otra-vez', marcar('No'), SIN_MIRAR);
      await paso('sede-accion', marcar('Abrió uno'));
      await paso('sede-tipo', () => elegir(pagina, 'Clase', 'Agencia'));
      await paso('sede-nombre', escribir('Nombre', 'La Esquina'));
      await pagina.waitForURL('**/sede-actividad');
      await buscarActividad(pagina, 'peluquería');
      await paso('sede-actividad', () => pagina.locator('input[name=actividad]').first().check());
      await paso('sede-municipio', () => elegir(pagina, 'Municipio', 'Soacha (Cundinamarca)'));
      await paso('sede-direccion', escribir('Dirección', 'Calle 13 # 5 - 20'));
      await paso('sede-telefono');
      await paso('sede-matricula');
      await paso('sede-otra-vez', marcar('No'), SIN_MIRAR);
      await pagina.waitForURL('**/revision');
      const revision = await pagina.locator('main').innerText();
      for (const entra of ['FICTICIA HOLDING', 'Socios: cambio 2', contadora.numero, 'La Esquina'])
        expect(revision).toContain(entra);
      await mirar('revision');
      await continuar(pagina);
      await confirmarYTerminar(e, pagina, representa);
      await pagina.getByRole('heading', { level: 1, name: 'Su RUT quedó actualizado' }).waitFor();

      await pagina.goto(`/de/${empresa}/rut`);
      const rut = await pagina.locator('main').innerText();
      expect(rut).toMatch(/Hoja 4\. Socio o miembro: FICTICIA HOLDING/);
      expect(rut).toMatch(/Hoja 4\. Socio o miembro: FICTICIA SEGUNDA/);
      expect(rut).toMatch(/Hoja 6\. Establecimiento: La Esquina/);
      await mirar('rut');
      expect(halladas, modo).toEqual({});
    },
  );
});
