import { afterEach, describe, expect, it } from 'vitest';
import { ESTADOS_CON_PAGINA, Pagina, PaginaError, renderizarPagina } from './index.ts';
import { fijarRecursos } from './recursos.ts';

const ACTUA_POR = {
  nombre: 'Telar <S.A.S.>',
  documento: 'NIT 900.123.456-8',
  calidad: 'apoderada',
  cambiar: '/cambiar',
};

afterEach(() => fijarRecursos(undefined));

describe('Pagina', () => {
  it('es un documento completo en español de Colombia, con salto al contenido y el aviso de independencia', () => {
    const html = renderizarPagina(<Pagina titulo="Inicio">Hola</Pagina>);
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="es-CO"/);
    expect(html).toContain('<title>Inicio | Autogestión</title>');
    expect(html).toContain('href="#contenido"');
    expect(html).toContain('id="contenido">Hola</main>');
    expect(html).toContain('No es un servicio de la DIAN.');
  });

  it('con errores el título empieza por «Error: »', () => {
    const html = renderizarPagina(
      <Pagina titulo="¿A qué se dedica?" error>
        x
      </Pagina>,
    );
    expect(html).toContain('<title>Error: ¿A qué se dedica? | Autogestión</title>');
  });

  it('lo de una persona y los errores no se indexan; lo público sí', () => {
    const robots = '<meta name="robots"';
    expect(renderizarPagina(<Pagina titulo="x">x</Pagina>)).not.toContain(robots);
    expect(
      renderizarPagina(
        <Pagina titulo="x" error>
          x
        </Pagina>,
      ),
    ).toContain(robots);
    expect(
      renderizarPagina(
        <Pagina titulo="x" persona={{ nombre: 'Ana' }}>
          x
        </Pagina>,
      ),
    ).toContain(robots);
    expect(
      renderizarPagina(
        <Pagina titulo="x" indexable={false}>
          x
        </Pagina>,
      ),
    ).toContain(robots);
  });

  it('dice por quién se actúa, y solo entonces', () => {
    const persona = { nombre: 'Ana' };
    const html = renderizarPagina(
      <Pagina titulo="x" persona={persona} actuaPor={ACTUA_POR}>
        x
      </Pagina>,
    );
    expect(html).toContain(
      'Usted actúa por <strong>Telar &lt;S.A.S.></strong>, NIT 900.123.456-8, como apoderada',
    );
    expect(
      renderizarPagina(
        <Pagina titulo="x" persona={persona}>
          x
        </Pagina>,
      ),
    ).not.toContain('actúa por');
  });

  it('cumple la política de contenido: ni script ni estilo en la página, ni manejadores', () => {
    const html = renderizarPagina(
      <Pagina titulo="x" persona={{ nombre: 'Ana' }} actuaPor={ACTUA_POR}>
        x
      </Pagina>,
    );
    expect(html).not.toMatch(/\sstyle=|\son\w+=|<style|javascript:/);
    expect(html).not.toMatch(/<script(?![^>]* src=)/);
  });

  it('salir es un formulario con su token, no un enlace', () => {
    const persona = { nombre: 'Ana', salir: { accion: '/salir', csrf: 'abc' } };
    const html = renderizarPagina(
      <Pagina titulo="x" persona={persona}>
        x
      </Pagina>,
    );
    expect(html).toMatch(
      /<form method="post" action="\/salir"><input type="hidden" name="_csrf" value="abc"/,
    );
  });

  it.each(['</title><script>', '"><img src=x>'])('un título como %s queda como texto', (titulo) => {
    const html = renderizarPagina(
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
      const html = renderizarPagina(<PaginaError estado={estado} codigo="rut.x" referencia="ref-1" />);
      expect(html).toMatch(/<title>Error: /);
      expect(html).toContain('Qué quedó guardado');
      expect(html).toContain('Qué puede hacer');
      expect(html).toContain('<dd>rut.x</dd>');
      expect(html).toContain('<dd>ref-1</dd>');
    },
  );

  it('un estado sin página propia toma la de su familia', () => {
    expect(renderizarPagina(<PaginaError estado={502} />)).toContain('Hubo una falla de nuestro lado');
    expect(renderizarPagina(<PaginaError estado={418} />)).toContain('No entendimos la solicitud');
  });

  it('la capacidad puede decir mejor qué pasó, qué quedó y por dónde seguir', () => {
    const html = renderizarPagina(
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
