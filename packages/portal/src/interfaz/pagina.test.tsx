import { afterEach, describe, expect, it } from 'vitest';
import { renderizarEn } from '../../pruebas/interfaz/contexto.ts';
import { ESTADOS_CON_PAGINA, Formulario, Pagina, PaginaError, renderizarPagina } from './index.ts';
import { fijarRecursos } from './recursos.ts';

const ACTUA_POR = {
  nombre: 'Telar <S.A.S.>',
  documento: 'NIT 900.123.456-8',
  calidad: 'apoderada',
};

afterEach(() => fijarRecursos(undefined));

describe('Pagina', () => {
  it('es un documento completo en español de Colombia, con salto al contenido y el aviso de independencia', () => {
    const html = renderizarEn(<Pagina titulo="Inicio">Hola</Pagina>);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="es-CO"/);
    expect(html).toContain('<title>Inicio | Autogestión</title>');
    expect(html).toContain('href="#contenido"');
    expect(html).toContain('id="contenido"><h1 class="govuk-heading-l">Inicio</h1>Hola</main>');
    expect(html).toContain('No es un servicio de la DIAN.');
  });

  it('con errores el título empieza por «Error: »', () => {
    const html = renderizarEn(
      <Pagina titulo="¿A qué se dedica?" error>
        x
      </Pagina>,
    );
    expect(html).toContain('<title>Error: ¿A qué se dedica? | Autogestión</title>');
  });

  it('lo de una persona y los errores no se indexan; lo público sí', () => {
    const robots = '<meta name="robots"';
    expect(renderizarEn(<Pagina titulo="x">x</Pagina>)).not.toContain(robots);
    expect(
      renderizarEn(
        <Pagina titulo="x" error>
          x
        </Pagina>,
      ),
    ).toContain(robots);
    expect(renderizarEn(<Pagina titulo="x">x</Pagina>, { persona: { nombre: 'Ana' } })).toContain(robots);
    expect(renderizarEn(<Pagina titulo="x">x</Pagina>, { publica: false })).toContain(robots);
    expect(
      renderizarEn(
        <Pagina titulo="x" indexable={false}>
          x
        </Pagina>,
      ),
    ).toContain(robots);
  });

  it('dice por quién se actúa, y solo entonces', () => {
    const persona = { nombre: 'Ana' };
    expect(renderizarEn(<Pagina titulo="x">x</Pagina>, { persona, actuaPor: ACTUA_POR })).toContain(
      'Usted actúa por <strong>Telar &lt;S.A.S.></strong>, NIT 900.123.456-8, como apoderada',
    );
    expect(renderizarEn(<Pagina titulo="x">x</Pagina>, { persona })).not.toContain('actúa por');
  });

  it('con errores da el resumen antes del título, y lo que va antes de todo, antes', () => {
    const html = renderizarEn(
      <Pagina titulo="x" antes="Parte 1" errores={{ a: 'Falta' }} parteDe="De algo" encabezado="¿Qué?">
        contenido
      </Pagina>,
    );
    expect(html).toContain('<title>Error: x | Autogestión</title>');
    expect(html).toMatch(/Parte 1.*Hay un dato por corregir.*De algo<\/span><h1[^>]*>¿Qué\?<\/h1>contenido/);
  });

  it('cumple la política de contenido: ni script ni estilo en la página, ni manejadores', () => {
    const html = renderizarEn(<Pagina titulo="x">x</Pagina>, {
      persona: { nombre: 'Ana' },
      actuaPor: ACTUA_POR,
    });
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|javascript:/);
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
  });

  it('salir es un formulario con su token, no un enlace', () => {
    const html = renderizarEn(<Pagina titulo="x">x</Pagina>, {
      persona: { nombre: 'Ana' },
      csrf: () => 'abc',
    });
    expect(html).toContain(
      '<form method="post" action="/salir" novalidate><input type="hidden" name="_csrf" value="abc"/>',
    );
  });

  it('un formulario de una sola vez lleva cada uno su clave', () => {
    const html = renderizarEn(
      <Pagina titulo="x">
        <Formulario accion="/a" unaVez>
          a
        </Formulario>
        <Formulario accion="/b" unaVez>
          b
        </Formulario>
        <Formulario accion="/c">c</Formulario>
      </Pagina>,
    );
    const claves = [...html.matchAll(/name="_clave" value="([0-9a-z]{26})"/g)].map((m) => m[1]);
    expect(new Set(claves).size).toBe(2);
  });

  it('fuera de una petición no se escribe una página sin decir para quién', () => {
    expect(() => renderizarPagina(<Pagina titulo="x">x</Pagina>)).toThrow('within');
  });

  it.each(['</title><script>', '"><img src=x>'])('un título como %s queda como texto', (titulo) => {
    const html = renderizarEn(
      <Pagina titulo={titulo} descripcion={titulo} volver={titulo}>
        {titulo}
      </Pagina>,
    );
    expect(html).not.toContain('<script>');
    expect(html).not.toContain('<img');
  });
});

describe('PaginaError', () => {
  it.each(ESTADOS_CON_PAGINA)(
    '%i dice qué pasó, qué quedó guardado y qué hacer, con código y referencia',
    (estado) => {
      const html = renderizarEn(<PaginaError estado={estado} codigo="rut.x" referencia="ref-1" />);
      expect(html).toMatch(/<title>Error: /);
      expect(html).toContain('Qué quedó guardado');
      expect(html).toContain('Qué puede hacer');
      expect(html).toContain('<dd>rut.x</dd>');
      expect(html).toContain('<dd>ref-1</dd>');
    },
  );

  it('un estado sin página propia toma la de su familia', () => {
    expect(renderizarEn(<PaginaError estado={502} />)).toContain('Hubo una falla de nuestro lado');
    expect(renderizarEn(<PaginaError estado={418} />)).toContain('No entendimos la solicitud');
  });

  it('la capacidad puede decir mejor qué pasó, qué quedó y por dónde seguir', () => {
    const html = renderizarEn(
      <PaginaError
        estado={409}
        mensaje="Ya hay una cita."
        conservado="Su cita sigue."
        seguir={{ href: '/citas', texto: 'Ver la cita' }}
      />,
    );
    expect(html).toContain('Ya hay una cita.');
    expect(html).toContain('Su cita sigue.');
    expect(html).toContain('<a href="/citas">Ver la cita</a>');
  });
});
