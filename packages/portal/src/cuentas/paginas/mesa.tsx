import {
  Aviso,
  Boton,
  camposDe,
  CampoTexto,
  Casillas,
  EnlaceBoton,
  Etiqueta,
  FormularioPost,
  Pagina,
  renderizarPagina,
  ResumenErrores,
  Tabla,
  Teselas,
  TextoInset,
  type Tesela,
} from '../../interfaz/index.ts';
import { enlace, type Formulario } from '../../plataforma/index.ts';
import type { Funcionario, Yo } from '../funcionarios/crear-funcionario.ts';
import type { Invitado } from '../funcionarios/aceptar-invitacion.ts';
import { ROLES } from '../funcionarios/roles.ts';
import { CamposDeDocumento, FormularioLlave } from './piezas.tsx';
import { Hoja, type Marco } from './seguridad.tsx';

interface PropsFormulario {
  csrf: string;
  valores?: Formulario;
  errores?: Record<string, string>;
}

export function paginaEntrarMesa({ csrf, valores = {}, errores = {} }: PropsFormulario): string {
  return renderizarPagina(
    <Pagina
      titulo="Entrada de funcionarios"
      error={Object.keys(errores).length > 0}
      indexable={false}
      migas={[{ texto: 'Inicio', href: '/' }]}
      islas={['llave']}
    >
      <ResumenErrores errores={errores} />
      <h1 class="govuk-heading-l">Entrada de funcionarios</h1>
      <FormularioPost accion="/mesa/entrar" csrf={csrf}>
        <CampoTexto
          {...camposDe({ valores, errores }).texto('usuario')}
          etiqueta="Usuario"
          autocompletar="username"
          ortografia={false}
          mayusculas="none"
          ancho={20}
        />
        <CampoTexto
          nombre="contrasena"
          error={errores.contrasena}
          etiqueta="Contraseña"
          tipo="password"
          autocompletar="current-password"
          ortografia={false}
        />
        <Boton>Entrar</Boton>
      </FormularioPost>
      <FormularioLlave
        modo="uso"
        accion="/mesa/entrar/llave"
        opciones="/entrar/llave/opciones"
        csrf={csrf}
        boton="Entrar con llave de acceso"
      />
      <p class="govuk-body">
        Si perdió su contraseña o su segundo factor, pida otra invitación a quien supervisa.
      </p>
    </Pagina>,
  );
}

export const paginaActivar = (o: PropsFormulario & { invitado: Invitado | undefined; accion: string }) =>
  renderizarPagina(
    <Pagina titulo="Su cuenta de funcionario" error={o.errores !== undefined} indexable={false}>
      <ResumenErrores errores={o.errores ?? {}} />
      <h1 class="govuk-heading-l">Su cuenta de funcionario</h1>
      {o.invitado ? (
        <FormularioPost accion={o.accion} csrf={o.csrf}>
          <p class="govuk-body">
            {o.invitado.nombre}, su usuario es <strong>{o.invitado.usuario}</strong>.
          </p>
          <CampoTexto
            {...camposDe({ errores: o.errores ?? {} }).texto('contrasena')}
            etiqueta="Elija su contraseña"
            ayuda="Diez caracteres o más. Lo mejor son varias palabras sin relación entre sí."
            tipo="password"
            autocompletar="new-password"
            ortografia={false}
          />
          <Boton>Guardar</Boton>
        </FormularioPost>
      ) : (
        <p class="govuk-body">Esta invitación ya se usó o venció. Pida otra a quien supervisa.</p>
      )}
    </Pagina>,
  );

export const paginaMesa = (o: {
  marco: Marco;
  yo: Yo;
  conSegundo: boolean;
  gestiona: boolean;
  /** What rooms below offer to the roles of this official. */
  trabajo: readonly Tesela[];
}) =>
  renderizarPagina(
    <Hoja marco={o.marco} titulo={`Hola, ${o.yo.nombre}`} ancho="ancha">
      {o.conSegundo ? null : (
        <>
          <Aviso tipo="importante">
            Antes de atender ponga un segundo factor: una aplicación de códigos o una llave de acceso.
          </Aviso>
          <EnlaceBoton href="/mesa/cuenta/autenticador">Poner una aplicación de códigos</EnlaceBoton>
        </>
      )}
      <p class="govuk-body">
        {o.yo.roles.map((r) => (
          <>
            <Etiqueta>{ROLES[r]}</Etiqueta>{' '}
          </>
        ))}
      </p>
      {o.conSegundo && o.trabajo.length > 0 ? <Teselas titulo="Su trabajo" teselas={o.trabajo} /> : null}
      <Teselas
        titulo="Cuentas"
        teselas={[
          {
            icono: 'persona',
            texto: 'Su cuenta',
            href: '/mesa/cuenta',
            dato: 'Contraseña, segundo factor y sesiones',
          },
          ...(o.conSegundo && o.gestiona
            ? [
                {
                  icono: 'personas' as const,
                  texto: 'Funcionarios',
                  href: enlace('cuentas.funcionarios') ?? '/mesa',
                  dato: 'Quién tiene cuenta y con qué roles',
                },
              ]
            : []),
        ]}
      />
    </Hoja>,
  );

export function paginaFuncionarios(o: {
  marco: Marco;
  lista: readonly Funcionario[];
  /** May create and retire. */
  cambia: boolean;
  yo: string;
  enlace?: string;
}): string {
  return renderizarPagina(
    <Hoja marco={o.marco} titulo="Funcionarios" ancho="ancha">
      {o.enlace ? (
        <TextoInset>
          La cuenta quedó creada. Enviamos la invitación a su correo; también puede entregarla usted. No se
          vuelve a mostrar: <code class="huella">{o.enlace}</code>
        </TextoInset>
      ) : null}
      <Tabla
        titulo="Cuentas"
        tituloOculto
        columnas={[{ titulo: 'Usuario' }, { titulo: 'Nombre' }, { titulo: 'Roles' }, { titulo: 'Estado' }]}
        filas={o.lista.map((f) => [
          f.usuario,
          f.nombre,
          f.roles.map((r) => ROLES[r]).join(', '),
          f.retiradoEn ? (
            <Etiqueta>Retirado</Etiqueta>
          ) : o.cambia && f.usuario !== o.yo ? (
            <FormularioPost
              accion="/mesa/funcionarios/retirar"
              csrf={o.marco.csrf}
              ocultos={{ funcionario: f.idPublico }}
            >
              {f.invitado ? 'Invitado. ' : 'En servicio. '}
              <Boton variante="enlace">
                Retirar<span class="govuk-visually-hidden"> a {f.nombre}</span>
              </Boton>
            </FormularioPost>
          ) : (
            'En servicio'
          ),
        ])}
      />
      {o.cambia ? <EnlaceBoton href="/mesa/funcionarios/nuevo">Crear una cuenta</EnlaceBoton> : null}
    </Hoja>,
  );
}

export function paginaFuncionarioNuevo(o: {
  marco: Marco;
  valores?: Formulario;
  errores?: Record<string, string>;
}): string {
  const errores = o.errores ?? {};
  const campo = camposDe({ valores: o.valores ?? {}, errores });
  return renderizarPagina(
    <Hoja marco={o.marco} titulo="Crear una cuenta de funcionario" errores={errores}>
      <FormularioPost accion="/mesa/funcionarios/nuevo" csrf={o.marco.csrf}>
        <CampoTexto
          {...campo.texto('usuario')}
          etiqueta="Usuario"
          mayusculas="none"
          ortografia={false}
          ancho={20}
        />
        <CampoTexto {...campo.texto('nombre')} etiqueta="Nombres y apellidos" ortografia={false} />
        <CampoTexto {...campo.texto('correo')} etiqueta="Correo" tipo="email" ortografia={false} />
        <CamposDeDocumento campo={campo} />
        <Casillas
          {...campo.varios('roles')}
          etiqueta="¿Qué va a hacer?"
          ayuda="Lo menos que le sirva."
          opciones={Object.entries(ROLES).map(([valor, texto]) => ({ valor, texto }))}
        />
        <Boton>Crear</Boton>
      </FormularioPost>
    </Hoja>,
  );
}
